package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reconstruct}: what the decoder makes of rows' codes. */
@CommandName("reconstruct")
@CommandLine.Command(
    description = "Writes the expected values of each row, decoded from its latent code.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Reconstruct implements Command {
  private final Experiments experiments;

  @Parameters(index = "0", paramLabel = "RUN", description = "Run folder.")
  private Path run;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DATA",
      description =
          "Data file of the kind that the run was trained on; otherwise the run's own rows, in"
              + " their order.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "FILE.npy",
      description =
          "Where to write; otherwise DATA's name with '-reconstructed.npy', here, or"
              + " 'reconstructed.npy' in the run folder.")
  private Path out;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Reconstruct(@Reference Catalog catalog) {
    experiments = new Experiments(catalog);
  }

  @Override
  public int run(Caller caller) throws IOException {
    try (TrainedModel model = experiments.open(run)) {
      HostArray expected = data == null ? model.reconstruct() : model.reconstruct(data);
      ArrayFile.write(out == null ? beside() : out, expected, caller);
    }
    return 0;
  }

  private Path beside() {
    return data == null
        ? run.resolve("reconstructed.npy")
        : ArrayFile.of(data, "-reconstructed.npy");
  }
}
