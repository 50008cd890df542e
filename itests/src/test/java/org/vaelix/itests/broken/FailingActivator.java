package org.vaelix.itests.broken;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** An activator that throws. */
public final class FailingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    throw new IllegalArgumentException("port 80 is taken");
  }

  @Override
  public void stop(BundleContext context) {
    // It never started.
  }
}
