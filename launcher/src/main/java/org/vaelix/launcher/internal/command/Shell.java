package org.vaelix.launcher.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;

/**
 * {@code shell}: the framework's own shell, Gogo, with Vaelix's commands. Its bundles are started
 * only now, so that other commands start quickly.
 */
@CommandName("shell")
@CommandLine.Command(
    description = "Opens a shell in the running framework; 'vaelix COMMAND' works in it, too.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Shell implements Command {
  private final BundleContext context;
  private final ToIntFunction<String[]> entry;

  /**
   * Creates the command.
   *
   * @param context of this bundle
   * @param entry the command line
   */
  @Activate
  public Shell(
      BundleContext context,
      @Reference(target = "(vaelix.entry=true)") ToIntFunction<String[]> entry) {
    this.context = context;
    this.entry = entry;
  }

  @Override
  public int run(Caller caller) throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    // Leaving the shell stops the framework, which stops everything else.
    SynchronousBundleListener listener =
        event -> {
          if (event.getBundle().getBundleId() == 0 && event.getType() == BundleEvent.STOPPING) {
            left.countDown();
          }
        };
    context.addBundleListener(listener);
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("osgi.command.scope", "vaelix");
    properties.put("osgi.command.function", new String[] {"vaelix"});
    context.registerService(ShellFunctions.class, new ShellFunctions(entry), properties);
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : jars()) {
      bundles.add(context.installBundle("reference:" + jar.toUri()));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    left.await();
    return 0;
  }

  private List<Path> jars() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(context.getProperty("vaelix.home"), "shell"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
