package org.vaelix.launcher.internal.command;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.recipe.SchemaWriter;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code schema}: the JSON Schema of recipes. */
@CommandName("schema")
@CommandLine.Command(
    description = "Prints a JSON Schema of recipes, made from the parts there are, for editors.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Schema implements Command {
  private final Catalog catalog;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write; otherwise printed.")
  private Path out;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Schema(@Reference Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public int run(Caller caller) throws IOException {
    String text =
        new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(SchemaWriter.write(catalog))
            + "\n";
    if (out == null) {
      caller.out().print(text);
    } else {
      Files.writeString(out, text);
      caller.out().println("wrote " + out);
    }
    return 0;
  }
}
