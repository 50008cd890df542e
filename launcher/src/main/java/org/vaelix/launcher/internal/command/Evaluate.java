package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.LogLikelihood;
import org.vaelix.core.run.Sampling;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: the scores of what a run has trained, computed anew. */
@CommandName("evaluate")
@CommandLine.Command(description = "Computes the scores of a run's splits anew.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Evaluate implements Command {
  private final Experiments experiments;

  @Parameters(paramLabel = "RUN", description = "Run folder.")
  private Path run;

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "Scores the rows of another data file instead.")
  private Path data;

  @Option(
      names = "--samples",
      paramLabel = "K",
      description = "Estimates ln p(x), too, from K draws of the posterior for each row.")
  private Integer samples;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = {
        "How many of these draws are computed at once; otherwise " + Sampling.BATCH + ".",
        "It bounds the memory; results stay as they are."
      })
  private Integer batch;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes all scores as JSON, too.")
  private Path json;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Evaluate(@Reference Catalog catalog) {
    experiments = new Experiments(catalog);
  }

  @Override
  public int run(Caller caller) throws IOException {
    check();
    try (TrainedModel model = experiments.open(run)) {
      Map<String, LogLikelihood> estimates = Map.of();
      if (samples != null) {
        Optional<Map<String, LogLikelihood>> estimated = estimate(model, caller);
        if (estimated.isEmpty()) {
          caller.err().println("vaelix: interrupted; nothing was written");
          return Interpreter.INTERRUPTED;
        }
        estimates = estimated.get();
      }
      report(data == null ? model.evaluate() : model.evaluate(data), estimates, caller);
    }
    return 0;
  }

  private void check() {
    if (samples != null) {
      OptionChecks.atLeastOne("--samples", samples);
    }
    if (batch != null) {
      OptionChecks.atLeastOne("--batch", batch);
    }
    if (batch != null && samples == null) {
      throw new CommandException("--batch is for --samples, which is missing");
    }
    JsonOption.check(json);
  }

  private Optional<Map<String, LogLikelihood>> estimate(TrainedModel model, Caller caller) {
    try (DrawProgress progress = DrawProgress.on(caller)) {
      Sampling sampling =
          new Sampling(
              samples, batch == null ? Sampling.BATCH : batch, progress, caller::interrupted);
      return data == null ? model.logLikelihood(sampling) : model.logLikelihood(data, sampling);
    }
  }

  private void report(Summary summary, Map<String, LogLikelihood> estimates, Caller caller)
      throws IOException {
    caller
        .out()
        .print(
            estimates.isEmpty()
                ? ResultPage.scores(summary)
                : LikelihoodPage.of(summary, estimates));
    JsonOption.write(json, EvaluationJson.of(summary, estimates), caller);
  }
}
