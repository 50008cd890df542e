package org.vaelix.launcher.internal.command;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
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
  public int run(Caller caller) {
    try (TrainedModel model = experiments.open(run)) {
      caller.out().print(ResultPage.scores(data == null ? model.evaluate() : model.evaluate(data)));
    }
    return 0;
  }
}
