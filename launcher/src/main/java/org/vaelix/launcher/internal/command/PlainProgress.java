package org.vaelix.launcher.internal.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One line for an epoch; of many epochs not each one, but never silent for long: what a log file
 * wants.
 */
final class PlainProgress implements Progress {
  private static final int LINES = 20;
  private static final long SILENCE_NANOSECONDS = 30_000_000_000L;

  private final PrintStream out;
  private final LongSupplier clock;
  private int epochs;
  private boolean isFirst = true;
  private long printed;

  /** Creates the listener; {@code clock} gives nanoseconds. */
  PlainProgress(PrintStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void started(Plan plan) {
    epochs = plan.epochs();
    printed = clock.getAsLong();
    out.printf(
        Locale.ROOT,
        "training %d epochs of %d steps%s%n",
        epochs,
        plan.stepsPerEpoch(),
        plan.stepsDone() == 0 ? "" : ", " + plan.stepsDone() + " of them done before");
  }

  @Override
  public void epochDone(Epoch epoch) {
    boolean isQuiet = clock.getAsLong() - printed < SILENCE_NANOSECONDS;
    int every = Math.max(1, epochs / LINES);
    if (isQuiet && !isFirst && epoch.epoch() % every != 0 && epoch.epoch() != epochs) {
      return;
    }
    isFirst = false;
    printed = clock.getAsLong();
    out.println(describe(epoch, epochs));
  }

  /** {@return an epoch's number and losses} */
  static String describe(Epoch epoch, int epochs) {
    int width = String.valueOf(epochs).length();
    return String.format(Locale.ROOT, "epoch %" + width + "d/%d", epoch.epoch(), epochs)
        + loss("  loss ", epoch.train())
        + loss("  validation loss ", epoch.validation());
  }

  private static String loss(String name, Map<String, Double> metrics) {
    Double loss = metrics.get("loss");
    return loss == null ? "" : String.format(Locale.ROOT, "%s%.4f", name, loss);
  }

  @Override
  public void message(String message) {
    out.println(message);
  }

  @Override
  public void close() {}
}
