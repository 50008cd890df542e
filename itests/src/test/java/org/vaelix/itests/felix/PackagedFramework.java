package org.vaelix.itests.felix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;
import org.vaelix.itests.Packaged;

/**
 * A real Felix in this JVM that runs the bundles of the packaged directory. Nothing of Vaelix is
 * shared with the tests' class path: they meet at types of the JDK.
 */
public final class PackagedFramework implements AutoCloseable {
  private static final long PATIENCE_MILLISECONDS = 30_000;

  private final Framework framework;
  private final List<Bundle> bundles = new ArrayList<>();

  /** Boots; {@code storage} is an empty folder for the framework's own files. */
  public PackagedFramework(Packaged packaged, Path storage) throws BundleException {
    Map<String, String> settings =
        Map.of(
            Constants.FRAMEWORK_STORAGE,
            storage.toString(),
            "vaelix.home",
            packaged.folder().toString(),
            "felix.log.level",
            "1");
    framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
    for (Path jar : packaged.bundles()) {
      bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  /** {@return the bundles of the packaged directory} */
  public List<Bundle> bundles() {
    return List.copyOf(bundles);
  }

  /** {@return the bundle of a module} */
  Bundle bundle(String module) {
    return bundles.stream()
        .filter(bundle -> bundle.getSymbolicName().equals("org.vaelix." + module))
        .findFirst()
        .orElseThrow();
  }

  /** Installs and starts one bundle more. */
  public Bundle add(String location) throws BundleException {
    Bundle bundle = framework.getBundleContext().installBundle(location);
    bundle.start();
    return bundle;
  }

  /** {@return the command line: from arguments to exit code} */
  @SuppressWarnings("unchecked")
  public ToIntFunction<String[]> commandLine() throws InterruptedException {
    return (ToIntFunction<String[]>)
        service("(&(objectClass=java.util.function.ToIntFunction)(vaelix.entry=true))");
  }

  /** {@return the first service of a filter, once it is there} */
  Object service(String filter) throws InterruptedException {
    try {
      var context = framework.getBundleContext();
      var tracker = new ServiceTracker<>(context, context.createFilter(filter), null);
      tracker.open();
      Object service = tracker.waitForService(PATIENCE_MILLISECONDS);
      if (service == null) {
        throw new IllegalStateException("there is no service " + filter);
      }
      return service;
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(PATIENCE_MILLISECONDS);
  }
}
