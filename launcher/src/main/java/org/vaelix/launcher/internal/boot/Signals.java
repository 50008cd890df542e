package org.vaelix.launcher.internal.boot;

import java.util.function.BooleanSupplier;
import sun.misc.Signal;

/**
 * What Ctrl-C and a polite kill do: the first asks the running command to stop by itself, for
 * example after a checkpoint; the second, or the end of our patience, ends the process.
 *
 * <p>A shutdown hook could not do this: once the JVM shuts down, it no longer hears signals.
 */
@SuppressWarnings("sunapi")
final class Signals {
  /** Exit code of an interrupted command. */
  private static final int INTERRUPTED = 130;

  private static final long PATIENCE_SECONDS = 30;

  private final BooleanSupplier ask;
  private final Runnable cleanUp;
  private boolean asked;

  private Signals(BooleanSupplier ask, Runnable cleanUp) {
    this.ask = ask;
    this.cleanUp = cleanUp;
  }

  /**
   * {@return what listens to signals from now on}
   *
   * @param ask asks the running command to stop, and says whether it will
   * @param cleanUp what must happen before the process ends
   */
  static Signals listen(BooleanSupplier ask, Runnable cleanUp) {
    Signals signals = new Signals(ask, cleanUp);
    for (String name : new String[] {"INT", "TERM"}) {
      try {
        Signal.handle(new Signal(name), signal -> signals.received());
      } catch (IllegalArgumentException e) {
        // The JVM or the system keeps this signal to itself: then it simply ends the process.
      }
    }
    return signals;
  }

  /** Does not return if the process is being ended, so that nothing else decides its exit code. */
  synchronized void awaitEnd() {
    // Whoever ends the process holds this monitor until there is no process any more.
  }

  private synchronized void received() {
    if (asked || !ask.getAsBoolean()) {
      end();
    }
    asked = true;
    Thread patience = new Thread(this::endLater, "vaelix-interrupt");
    patience.setDaemon(true);
    patience.start();
  }

  private void endLater() {
    try {
      Thread.sleep(PATIENCE_SECONDS * 1000);
    } catch (InterruptedException e) {
      return;
    }
    System.err.println("vaelix: did not stop within " + PATIENCE_SECONDS + " seconds; ended");
    end();
  }

  private synchronized void end() {
    cleanUp.run();
    Runtime.getRuntime().halt(INTERRUPTED);
  }
}
