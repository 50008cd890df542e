package org.vaelix.launcher.internal.command;

import java.io.IOException;
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

/** {@code encode}: the latent codes of a data file's rows. */
@CommandName("encode")
@CommandLine.Command(
    description = "Writes the latent code (posterior mean) of each row of a data file.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Encode implements Command {
  private final Experiments experiments;

  @Parameters(index = "0", paramLabel = "RUN", description = "Run folder.")
  private Path run;

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description = "Data file of the kind that the run was trained on.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "FILE.npy",
      description = "Where to write; otherwise DATA's name with '-latents.npy', here.")
  private Path out;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Encode(@Reference Catalog catalog) {
    experiments = new Experiments(catalog);
  }

  @Override
  public int run(Caller caller) throws IOException {
    try (TrainedModel model = experiments.open(run)) {
      Path target = out == null ? ArrayFile.of(data, "-latents.npy") : out;
      ArrayFile.write(target, model.encode(data), caller);
    }
    return 0;
  }
}
