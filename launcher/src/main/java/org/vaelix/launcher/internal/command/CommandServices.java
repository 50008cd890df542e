package org.vaelix.launcher.internal.command;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;

/** The commands that bundles offer at this moment. Of two of one name the higher-ranking wins. */
final class CommandServices implements CommandSource {
  private static final String NAME = "vaelix.command.name";

  private final BundleContext context;
  private final Map<Command, ServiceObjects<Command>> used = new IdentityHashMap<>();

  CommandServices(BundleContext context) {
    this.context = context;
  }

  @Override
  public List<String> names() {
    return List.copyOf(references().keySet());
  }

  @Override
  public Command get(String name) {
    ServiceReference<Command> reference = references().get(name);
    ServiceObjects<Command> objects =
        reference == null ? null : context.getServiceObjects(reference);
    Command command = objects == null ? null : objects.getService();
    if (command == null) {
      throw new CommandException(
          "the command '" + name + "' does not start; its bundle has gone or it fails");
    }
    used.put(command, objects);
    return command;
  }

  @Override
  public void release(Command command) {
    ServiceObjects<Command> objects = used.remove(command);
    if (objects != null) {
      giveBack(objects, command);
    }
  }

  private static void giveBack(ServiceObjects<Command> objects, Command command) {
    try {
      objects.ungetService(command);
    } catch (IllegalStateException e) {
      return; // the framework was stopped meanwhile, which gave everything back
    }
  }

  private SortedMap<String, ServiceReference<Command>> references() {
    SortedMap<String, ServiceReference<Command>> references = new TreeMap<>();
    for (ServiceReference<Command> reference : all()) {
      references.merge(
          String.valueOf(reference.getProperty(NAME)),
          reference,
          (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
    return references;
  }

  private Collection<ServiceReference<Command>> all() {
    try {
      return context.getServiceReferences(Command.class, "(" + NAME + "=*)");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
