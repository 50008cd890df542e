package org.vaelix.itests.broken;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** An activator that does not come back for a minute. */
public final class BlockingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) throws InterruptedException {
    Thread.sleep(60_000);
  }

  @Override
  public void stop(BundleContext context) {
    // It never started.
  }
}
