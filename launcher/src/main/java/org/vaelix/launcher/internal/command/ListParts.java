package org.vaelix.launcher.internal.command;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.Names;
import org.vaelix.core.recipe.PartDescription;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code list}: which parts there are. */
@CommandName("list")
@CommandLine.Command(description = "Lists the parts that recipes can name.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class ListParts implements Command {
  private final Catalog catalog;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = "Only parts of this kind, for example 'prior'.")
  private String kind;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public ListParts(@Reference Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public int run(Caller caller) {
    List<PartReference> parts = kind == null ? catalog.parts() : partsOfKind();
    List<String> names = parts.stream().map(part -> part.kind() + "/" + part.type()).toList();
    Table table = new Table("part", "summary");
    for (PartReference part : parts) {
      String name = part.kind() + "/" + part.type();
      boolean hasTwins = Collections.frequency(names, name) > 1;
      table.row(
          hasTwins ? name + " " + part.origin().version() : name,
          PartDescription.of(part).summary());
    }
    caller.out().print(table);
    return 0;
  }

  private List<PartReference> partsOfKind() {
    List<PartReference> parts = catalog.parts(kind);
    if (parts.isEmpty()) {
      Collection<String> kinds = new TreeSet<>();
      catalog.parts().forEach(part -> kinds.add(part.kind()));
      throw new CommandException(
          "there is no part of kind '"
              + kind
              + "'"
              + Names.nearest(kind, kinds)
                  .map(nearest -> ", did you mean '" + nearest + "'?")
                  .orElse("; there are: " + String.join(", ", kinds)));
    }
    return parts;
  }
}
