package org.vaelix.launcher.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.Names;
import org.vaelix.core.recipe.PartDescription;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.ModelOutline;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code describe}: what one part is and which options it has, or how large a model is. */
@CommandName("describe")
@CommandLine.Command(
    description = {
      "Says what a part is, its options and how a recipe names it;",
      "or how large the model of a recipe or run is."
    })
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Describe implements Command {
  private final Catalog catalog;

  @Parameters(
      paramLabel = "KIND/TYPE|RECIPE|RUN",
      description = "For example likelihood/poisson; or a recipe's file, or a run folder.")
  private String name;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Describe(@Reference Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public int run(Caller caller) {
    Path file = Path.of(name);
    if (Files.exists(file)) {
      caller.out().print(OutlinePage.of(outline(file)));
      return 0;
    }
    List<PartReference> parts =
        catalog.parts().stream().filter(part -> isMeant(part, name)).toList();
    if (parts.isEmpty()) {
      throw new CommandException("there is no part '" + name + "'" + hint());
    }
    if (parts.stream().map(Describe::name).distinct().count() > 1) {
      throw new CommandException(
          "'"
              + name
              + "' may be "
              + String.join(" or ", parts.stream().map(Describe::name).toList()));
    }
    caller.out().println(PartDescription.of(parts.get(0)).text().stripTrailing());
    return 0;
  }

  private ModelOutline outline(Path file) {
    Experiments experiments = new Experiments(catalog);
    if (!Files.isDirectory(file)) {
      return experiments.outline(file);
    }
    try (TrainedModel model = experiments.open(file)) {
      return model.outline();
    }
  }

  /** The type alone will do where only one part has it. */
  private static boolean isMeant(PartReference part, String name) {
    return name.equals(name(part)) || name.equals(part.type());
  }

  private static String name(PartReference part) {
    return part.kind() + "/" + part.type();
  }

  private String hint() {
    return Names.nearest(name, catalog.parts().stream().map(Describe::name).toList())
        .or(() -> Names.nearest(name, catalog.parts().stream().map(PartReference::type).toList()))
        .map(nearest -> ", did you mean '" + nearest + "'?")
        .orElseGet(() -> "; 'list" + ofKind() + "' shows those there are");
  }

  /** The kind that was named, after a space, if there is one. */
  private String ofKind() {
    String kind = name.replaceFirst("/.*", "");
    return catalog.parts(kind).isEmpty() ? "" : " " + kind;
  }
}
