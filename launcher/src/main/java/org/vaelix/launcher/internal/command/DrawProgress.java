package org.vaelix.launcher.internal.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.vaelix.core.run.Sampling;
import org.vaelix.launcher.command.Caller;

/**
 * Says how far an estimate has got: at the foot of a terminal several times a second, elsewhere in
 * a line after five seconds and then every half minute; a short estimate leaves no line.
 */
final class DrawProgress implements Sampling.Progress, AutoCloseable {
  private static final long TERMINAL_NANOSECONDS = 200_000_000L;
  private static final long FIRST_LINE_NANOSECONDS = 5_000_000_000L;
  private static final long LINES_NANOSECONDS = 30_000_000_000L;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean isTerminal;
  private final LongSupplier clock;
  private final long started;
  private long printed;
  private boolean isOpen;

  /** Creates the listener; {@code clock} gives nanoseconds. */
  DrawProgress(PrintStream out, boolean isTerminal, LongSupplier clock) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.printed = started;
  }

  static DrawProgress on(Caller caller) {
    return new DrawProgress(caller.err(), caller.columns() > 0, System::nanoTime);
  }

  @Override
  public void advanced(long done, long planned) {
    long now = clock.getAsLong();
    if (now - printed < silence()) {
      return;
    }
    printed = now;
    double left = (now - started) * 1e-9 * (planned - done) / done;
    String text =
        String.format(
            Locale.ROOT,
            "%3d %% of %d draws, about %d s left",
            100 * done / planned,
            planned,
            Math.round(left));
    if (isTerminal) {
      out.print(CLEAR_LINE + text);
      out.flush();
      isOpen = true;
    } else {
      out.println(text);
    }
  }

  private long silence() {
    if (isTerminal) {
      return TERMINAL_NANOSECONDS;
    }
    return printed == started ? FIRST_LINE_NANOSECONDS : LINES_NANOSECONDS;
  }

  @Override
  public void close() {
    if (isOpen) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
