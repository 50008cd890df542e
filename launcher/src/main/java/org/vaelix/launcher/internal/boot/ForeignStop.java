package org.vaelix.launcher.internal.boot;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.bundle.FindHook;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What happens when a plug-in stops the framework. The framework does so on a thread of its own, so
 * nobody can refuse it; but a running command can go on with what it holds, if the classes of
 * Vaelix's own bundles are loaded before the framework closes their files. Who did it is not known
 * either; bundles from {@code plugins} that have asked for the framework's bundle are named.
 */
final class ForeignStop implements SynchronousBundleListener, FindHook {
  private final Predicate<Bundle> isPlugin;
  private final Set<String> suspects = Collections.synchronizedSet(new LinkedHashSet<>());
  private volatile boolean isExpected;

  private ForeignStop(Predicate<Bundle> isPlugin) {
    this.isPlugin = isPlugin;
  }

  /**
   * {@return what watches a framework that has just started}
   *
   * @param isPlugin tells a stranger's bundle
   */
  static ForeignStop watch(BundleContext framework, Predicate<Bundle> isPlugin) {
    ForeignStop watch = new ForeignStop(isPlugin);
    framework.registerService(FindHook.class, watch, null);
    framework.addBundleListener(watch);
    return watch;
  }

  /** Tells that the framework will be stopped because the command has ended. */
  void expect() {
    isExpected = true;
  }

  @Override
  public void find(BundleContext asking, Collection<Bundle> found) {
    Bundle bundle = asking.getBundle();
    if (isPlugin.test(bundle) && found.stream().anyMatch(asked -> asked.getBundleId() == 0)) {
      suspects.add(Missing.name(bundle));
    }
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    boolean isStop =
        event.getBundle().getBundleId() == 0 && event.getType() == BundleEvent.STOPPING;
    // Who leaves the shell stops the framework, too.
    if (!isStop || isExpected || suspects.isEmpty()) {
      return;
    }
    loadAll(event.getBundle().getBundleContext());
    System.err.println(
        "vaelix: the framework is being stopped, which no plug-in should do; "
            + suspects.stream().collect(Collectors.joining(", "))
            + " has asked for it. A command that runs goes on with what it holds");
  }

  /** Loads what all bundles but the plug-ins see: a run has loaded its parts' classes itself. */
  private void loadAll(BundleContext framework) {
    for (Bundle bundle : framework.getBundles()) {
      BundleWiring wiring = bundle.adapt(BundleWiring.class);
      if (bundle.getBundleId() != 0 && wiring != null && !isPlugin.test(bundle)) {
        ClassLoader loader = wiring.getClassLoader();
        load(wiring, "/", BundleWiring.LISTRESOURCES_RECURSE, loader);
        // The JVM remembers for each class loader what it was given, not where that came from.
        for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
          Map<String, Object> offer = wire.getCapability().getAttributes();
          String name = (String) offer.get(PackageNamespace.PACKAGE_NAMESPACE);
          load(wire.getProviderWiring(), name.replace('.', '/'), 0, loader);
        }
      }
    }
  }

  private static void load(BundleWiring from, String path, int options, ClassLoader loader) {
    Collection<String> files =
        from.listResources(path, "*.class", BundleWiring.LISTRESOURCES_LOCAL | options);
    if (files != null) { // still in use
      files.forEach(file -> load(file, loader));
    }
  }

  private static void load(String file, ClassLoader loader) {
    try {
      Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'), false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return; // such as one of an optional dependency: nobody has used it
    }
  }
}
