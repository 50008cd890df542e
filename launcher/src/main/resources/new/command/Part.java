package {{package}};

import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Counts the parts there are, by kind. */
@CommandName("{{name}}")
@CommandLine.Command(description = "Counts the parts there are, by kind.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class {{class}} implements Command {
  private final Catalog catalog;

  @Option(names = "--kind", paramLabel = "KIND", description = "Only parts of this kind.")
  private String kind;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public {{class}}(@Reference Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public int run(Caller caller) {
    Map<String, Integer> counts = new TreeMap<>();
    for (PartReference part : catalog.parts()) {
      if (kind == null || kind.equals(part.kind())) {
        counts.merge(part.kind(), 1, Integer::sum);
      }
    }
    if (counts.isEmpty()) {
      throw new CommandException("there is no part of kind '" + kind + "'; see 'vaelix list'");
    }
    counts.forEach((name, count) -> caller.out().println(name + " " + count));
    return 0;
  }
}
