package org.vaelix.itests.broken;

import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.vaelix.core.training.Schedule;

/** Parts that bring down what they run in, once there is a file "go" in the working folder. */
public final class Wreckers {
  private Wreckers() {}

  /** Ends the JVM, and says that all is well. */
  public static final class Exiting extends Parts.Working {
    @Override
    public Schedule create(Parts.None config) {
      later(() -> System.exit(0));
      return super.create(config);
    }
  }

  /** Stops the framework. */
  public static final class Stopping extends Parts.Working {
    @Override
    public Schedule create(Parts.None config) {
      later(
          () -> {
            try {
              FrameworkUtil.getBundle(Stopping.class).getBundleContext().getBundle(0).stop();
            } catch (BundleException e) {
              throw new IllegalStateException(e);
            }
          });
      return super.create(config);
    }
  }

  private static void later(Runnable deed) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!Files.exists(Path.of("go"))) {
                  Thread.sleep(5);
                }
                deed.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
