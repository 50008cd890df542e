package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.part.Names;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import org.vaelix.launcher.internal.doctor.JarChecks;
import org.vaelix.launcher.internal.doctor.Manifests;
import org.vaelix.launcher.internal.doctor.Subjects;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code plugins}: what is in the folder of plug-ins, and changes to it. */
@CommandName("plugins")
@CommandLine.Command(
    description = {
      "Lists, installs, updates and removes plug-ins.",
      "A running shell takes every change within a second or two; other commands at their next start."
    })
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Plugins implements Command {
  private static final List<String> ACTIONS = List.of("list", "install", "update", "remove");

  private final BundleContext context;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      defaultValue = "list",
      description = "list, install FILE, update FILE or remove NAME; 'list' unless given.")
  private String action;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE|NAME",
      description = "A bundle's jar; to remove, its symbolic name or that of its file in plugins/.")
  private String argument;

  /**
   * Creates the command.
   *
   * @param context of this bundle
   */
  @Activate
  public Plugins(BundleContext context) {
    this.context = context;
  }

  @Override
  public int run(Caller caller) throws IOException {
    PluginFolder folder = folder();
    check();
    switch (action) {
      case "install" -> install(folder, Path.of(argument), caller);
      case "update" -> update(folder, Path.of(argument), caller);
      case "remove" -> remove(folder, argument, caller);
      default -> list(folder, caller);
    }
    return 0;
  }

  private PluginFolder folder() {
    String home = context.getProperty("vaelix.home");
    if (home == null) {
      throw new CommandException(
          "this host has no folder of Vaelix's for plug-ins; install bundles as the host does");
    }
    return new PluginFolder(Path.of(home, "plugins"));
  }

  private void check() {
    if (!ACTIONS.contains(action)) {
      throw new CommandException(
          "plugins: there is no '"
              + action
              + "'"
              + Names.nearest(action, ACTIONS)
                  .map(nearest -> ", did you mean '" + nearest + "'?")
                  .orElse("; there are: " + String.join(", ", ACTIONS)));
    }
    boolean isList = action.equals("list");
    if (isList == (argument != null)) {
      String needs = action.equals("remove") ? "the NAME of a plug-in" : "the FILE of a bundle";
      throw new CommandException(
          "plugins " + action + (isList ? " takes nothing more" : " needs " + needs));
    }
  }

  private void list(PluginFolder folder, Caller caller) throws IOException {
    Table table = new Table("file", "bundle", "version", "state");
    for (Path jar : folder.jars()) {
      String file = jar.getFileName().toString();
      PluginFolder.identity(jar)
          .ifPresentOrElse(
              bundle -> table.row(file, bundle.name(), bundle.version().toString(), state(bundle)),
              () -> table.row(file, "-", "-", JarChecks.fault(jar).orElse("changing")));
    }
    caller.out().print(table);
  }

  private String state(Manifests.Identity identity) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> Manifests.Identity.of(bundle).equals(identity))
        .map((Bundle bundle) -> Subjects.state(bundle))
        .findFirst()
        .orElse("not installed yet");
  }

  private static void install(PluginFolder folder, Path file, Caller caller) throws IOException {
    PluginFolder.check(file, file);
    Manifests.Identity bundle = Manifests.identity(file);
    for (Path jar : folder.named(bundle.name())) {
      if (Manifests.identity(jar).equals(bundle)) {
        throw new CommandException(
            bundle + " is installed already, as " + jar.getFileName() + "; 'update' replaces it");
      }
    }
    String name = jarName(file);
    if (folder.has(name)) {
      throw new CommandException(
          "there is another "
              + name
              + " in plugins; give "
              + file
              + " another name, or remove that");
    }
    folder.put(file, name);
    caller.out().println("installed " + bundle + " as plugins/" + name);
  }

  /** {@return a name that the host looks at} */
  private static String jarName(Path file) {
    String name = file.getFileName().toString().replaceFirst("^\\.+", "");
    return name.endsWith(".jar") ? name : name + ".jar";
  }

  private static void update(PluginFolder folder, Path file, Caller caller) throws IOException {
    PluginFolder.check(file, file);
    Manifests.Identity bundle = Manifests.identity(file);
    List<Path> old = folder.named(bundle.name());
    if (old.isEmpty()) {
      throw new CommandException(bundle.name() + " is not installed; 'install' does it");
    }
    Path jar = only(old, bundle.name());
    Manifests.Identity before = Manifests.identity(jar);
    folder.put(file, jar.getFileName().toString());
    caller.out().println("updated " + before + " to " + bundle.version());
  }

  private static Path only(List<Path> jars, String name) {
    if (jars.size() > 1) {
      throw new CommandException(
          "several versions of "
              + name
              + " are installed; name the file to remove: "
              + jars.stream()
                  .map(jar -> jar.getFileName() + " (" + Manifests.identity(jar).version() + ")")
                  .collect(Collectors.joining(", ")));
    }
    return jars.get(0);
  }

  private static void remove(PluginFolder folder, String name, Caller caller) throws IOException {
    List<Path> jars =
        folder.jars().stream().filter(jar -> jar.getFileName().toString().equals(name)).toList();
    List<Path> found = jars.isEmpty() ? folder.named(name) : jars;
    if (found.isEmpty()) {
      throw new CommandException("there is no plug-in '" + name + "'; 'plugins list' shows them");
    }
    Path jar = only(found, name);
    Files.delete(jar);
    caller.out().println("removed plugins/" + jar.getFileName());
  }
}
