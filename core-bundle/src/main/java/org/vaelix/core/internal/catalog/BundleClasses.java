package org.vaelix.core.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Loads the classes of a bundle ahead of their use, and all that they name. A class that is loaded
 * stays as long as an object of it is held; but once a bundle is refreshed, its class loader
 * refuses to load anything more, even what other bundles and the platform have.
 */
final class BundleClasses {
  private static final String SUFFIX = ".class";

  private BundleClasses() {}

  /**
   * Loads, without initialising them, all classes behind the loader of a bundle.
   *
   * @return whether the bundle was there until all of them were loaded
   */
  static boolean load(ClassLoader loader) {
    if (!(loader instanceof BundleReference reference)) {
      return true;
    }
    Bundle bundle = reference.getBundle();
    BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
    // Another wiring's classes are not those that the factory sees.
    if (wiring == null || wiring.getClassLoader() != loader) {
      return false;
    }
    int options = BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE;
    Collection<String> resources = wiring.listResources("/", "*" + SUFFIX, options);
    if (resources == null) { // the wiring is no longer in use
      return false;
    }
    Set<String> names = new HashSet<>();
    resources.forEach(resource -> collect(resource, loader, names));
    names.forEach(name -> load(name, loader));
    return wiring.isInUse();
  }

  /** Adds the name of a class and the names in it. */
  private static void collect(String resource, ClassLoader loader, Set<String> names) {
    names.add(resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.'));
    try (InputStream bytes = loader.getResourceAsStream(resource)) {
      if (bytes != null) {
        names.addAll(NamedClasses.in(bytes));
      }
    } catch (IOException e) {
      return; // the bundle goes just now, which its wiring will tell
    }
  }

  private static void load(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return; // such as one for a newer JVM, or of a module that is absent: nobody can use it
    }
  }
}
