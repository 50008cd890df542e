package org.vaelix.core.internal.catalog;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Loads the classes of a bundle ahead of their use. A class that is loaded stays as long as an
 * object of it is held; one that is not loaded yet is lost when the bundle is refreshed.
 */
final class BundleClasses {
  private static final String SUFFIX = ".class";

  private BundleClasses() {}

  /** Loads, without initialising them, all classes behind the loader of a bundle. */
  static void load(ClassLoader loader) {
    if (loader instanceof BundleReference reference) {
      Bundle bundle = reference.getBundle();
      BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
      // Another wiring's classes are not those that the factory sees.
      if (wiring != null && wiring.getClassLoader() == loader) {
        load(wiring, loader);
      }
    }
  }

  private static void load(BundleWiring wiring, ClassLoader loader) {
    int options = BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE;
    var resources = wiring.listResources("/", "*" + SUFFIX, options);
    if (resources != null) { // null once the wiring is no longer in use
      resources.forEach(resource -> load(resource, loader));
    }
  }

  private static void load(String resource, ClassLoader loader) {
    String name = resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.');
    try {
      Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return; // such as one for a newer JVM, or for a module that is absent: nobody can use it
    }
  }
}
