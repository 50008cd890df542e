package org.vaelix.launcher.internal.boot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Starts a bundle, whose activator is a stranger's code: it may not come back. */
public final class BoundedStart {
  private static final long SECONDS = Long.getLong("vaelix.patience", 10);

  /** How long an interrupted activator may take to leave. */
  private static final long GRACE_MILLISECONDS = 500;

  private BoundedStart() {}

  /** {@return how long an activator may take: 10 s, or {@code -Dvaelix.patience=SECONDS}} */
  public static Duration patience() {
    return Duration.ofSeconds(SECONDS);
  }

  /**
   * Starts a bundle on a thread of its own.
   *
   * @param bundle to be started
   * @param options as of {@link Bundle#start(int)}
   * @param patience after which the thread is interrupted and left alone
   * @throws BundleException if the bundle does not start, or not in time
   */
  public static void start(Bundle bundle, int options, Duration patience) throws BundleException {
    CompletableFuture<Void> started = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                bundle.start(options);
                started.complete(null);
              } catch (Throwable e) { // whatever an activator throws is an answer
                started.completeExceptionally(e);
              }
            },
            "vaelix-start");
    thread.setDaemon(true);
    thread.start();
    try {
      await(started, patience);
    } catch (TimeoutException e) {
      thread.interrupt();
      join(thread);
      throw new BundleException(
          "its activator does not come back within " + patience.toSeconds() + " s");
    }
  }

  private static void await(CompletableFuture<Void> started, Duration patience)
      throws BundleException, TimeoutException {
    try {
      started.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof BundleException known
          ? known
          : new BundleException(String.valueOf(cause.getMessage()), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BundleException("interrupted", e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(GRACE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
