package org.vaelix.launcher.internal.doctor;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** How bundles are called. */
public final class Subjects {
  private Subjects() {}

  /** {@return symbolic name and version; of what is no bundle, its location} */
  static String of(Bundle bundle) {
    return bundle.getSymbolicName() == null
        ? bundle.getLocation().replaceFirst("^reference:", "")
        : bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
  }

  /** {@return the state of a bundle in a word} */
  public static String state(Bundle bundle) {
    return switch (bundle.getState()) {
      case Bundle.INSTALLED -> "installed";
      case Bundle.RESOLVED -> isFragment(bundle) ? "attached" : "resolved";
      case Bundle.STARTING -> "starting";
      case Bundle.ACTIVE -> "active";
      case Bundle.STOPPING -> "stopping";
      default -> "uninstalled";
    };
  }
}
