package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.part.Names;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import org.vaelix.launcher.internal.project.Project;
import org.vaelix.launcher.internal.project.ProjectFolder;
import org.vaelix.launcher.internal.project.ProjectKind;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: a project for a part of one's own. */
@CommandName("new")
@CommandLine.Command(
    description = "Writes a small Maven project for a part of your own: it works, change it.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class New implements Command {
  private final Catalog catalog;
  private final CommandSource commands;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description =
          "prior, likelihood, architecture, decoder, objective, data, backend or command.")
  private String kind;

  @Parameters(index = "1", paramLabel = "NAME", description = "How recipes will call it: my-prior.")
  private String name;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where the project's folder, named NAME, is made; otherwise here.")
  private Path into;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The Java package; otherwise org.example and the name.")
  private String packageName;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   * @param context of this bundle
   */
  @Activate
  public New(@Reference Catalog catalog, BundleContext context) {
    this.catalog = catalog;
    this.commands = new CommandServices(context);
  }

  @Override
  public int run(Caller caller) throws IOException {
    ProjectKind meant = ProjectKind.named(kind).orElseThrow(this::unknownKind);
    Project project =
        new Project(meant, name, packageName == null ? Project.defaultPackage(name) : packageName);
    requireFree(meant);
    Path folder = into.resolve(name);
    ProjectFolder.write(folder, project.files());
    String shown = Paths.quoted(Paths.shortest(folder));
    caller.out().println("wrote " + shown + "; build and test it: mvn -f " + shown + " verify");
    return 0;
  }

  private CommandException unknownKind() {
    return new CommandException(
        "there is nothing new of kind '"
            + kind
            + "'"
            + Names.nearest(kind, ProjectKind.names())
                .map(nearest -> ", did you mean '" + nearest + "'?")
                .orElse("; there are: " + String.join(", ", ProjectKind.names())));
  }

  /** Two parts of one name would hide each other. */
  private void requireFree(ProjectKind meant) {
    boolean taken =
        meant == ProjectKind.COMMAND
            ? commands.names().contains(name)
            : catalog.find(meant.partKind(), name).isPresent();
    if (taken) {
      throw new CommandException(
          "the "
              + meant.partKind()
              + " '"
              + name
              + "' exists already; take another name, since one would hide the other");
    }
  }
}
