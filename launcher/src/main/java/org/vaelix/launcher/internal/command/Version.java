package org.vaelix.launcher.internal.command;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What {@code --version} prints. */
final class Version {
  private Version() {}

  static String describe(BundleContext context) {
    Bundle framework = context.getBundle(0);
    return "vaelix "
        + context.getBundle().getVersion()
        + " ("
        + framework.getSymbolicName()
        + " "
        + framework.getVersion()
        + ", Java "
        + System.getProperty("java.version")
        + ")";
  }
}
