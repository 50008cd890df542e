package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.file.Npy;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.RowChoice;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sample}: new rows from a trained model. */
@CommandName("sample")
@CommandLine.Command(description = "Writes new rows, drawn from what a run has trained.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Sample implements Command {
  private final Experiments experiments;

  @Parameters(paramLabel = "RUN", description = "Run folder.")
  private Path run;

  @Option(
      names = "-n",
      paramLabel = "N",
      description = "How many rows; with --like otherwise as many as are given.")
  private Integer rows;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "Equal seeds give equal rows; otherwise 0.")
  private long seed;

  @Option(
      names = "--condition",
      paramLabel = "NAME=VALUE",
      description = {
        "A condition of all rows; can be repeated.",
        "Those not given are the ones of training rows drawn at random."
      })
  private List<String> conditions = new ArrayList<>();

  @Option(
      names = "--like",
      paramLabel = "ROWS",
      description = {
        "Borrows the skips, and the conditions, of given rows, in turn; z is drawn from the prior.",
        "ROWS: " + RowOption.SYNTAX + ".",
        "Otherwise skips are closed."
      })
  private String like;

  @Option(
      names = "--out",
      paramLabel = "FILE.npy",
      defaultValue = "samples.npy",
      description = "Where to write; otherwise 'samples.npy', here.")
  private Path out;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Sample(@Reference Catalog catalog) {
    experiments = new Experiments(catalog);
  }

  @Override
  public int run(Caller caller) throws IOException {
    check();
    try (TrainedModel model = experiments.open(run)) {
      HostArray samples = like == null ? model.sample(rows, seed, given()) : sampleLike(model);
      Npy.write(out, samples);
      caller.out().println("wrote " + out + ", shape " + samples.shape());
    }
    return 0;
  }

  private void check() {
    if (rows == null && like == null) {
      throw new CommandException("how many rows? Add -n 16, for example");
    }
    if (rows != null) {
      OptionChecks.atLeastOne("-n", rows);
    }
    if (like != null && !conditions.isEmpty()) {
      throw new CommandException(
          "--condition does not go with --like, whose rows have conditions of their own");
    }
  }

  private HostArray sampleLike(TrainedModel model) {
    RowChoice choice = RowChoice.parse(like);
    return model.sample(rows == null ? model.count(choice) : rows, seed, choice);
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    for (String condition : conditions) {
      int equals = condition.indexOf('=');
      if (equals < 1) {
        throw new CommandException(
            "--condition needs NAME=VALUE, for example batch=B1, got '" + condition + "'");
      }
      given.put(condition.substring(0, equals), condition.substring(equals + 1));
    }
    return given;
  }
}
