package org.vaelix.launcher.internal.command;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar at the foot of the terminal: epoch, steps, step rate, losses, time left. */
final class BarProgress implements Progress {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final int columns;
  private volatile boolean isClosed;
  private ProgressBar bar;
  private Plan plan;
  private String validation = "";

  BarProgress(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void started(Plan plan) {
    this.plan = plan;
    bar =
        new ProgressBarBuilder()
            .setTaskName("training")
            .setInitialMax(plan.steps())
            .startsFrom(plan.stepsDone(), Duration.ZERO)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .showSpeed(
                new DecimalFormat("#.# steps", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setConsumer(new Line())
            .build();
  }

  @Override
  public void stepDone(long step, double loss) {
    bar.stepTo(step);
    bar.setExtraMessage(
        String.format(Locale.ROOT, " %s, loss %.4g%s", epoch(step - 1), loss, validation));
  }

  @Override
  public void epochDone(Epoch epoch) {
    Map<String, Double> metrics = epoch.validation();
    if (metrics.containsKey("loss")) {
      validation = String.format(Locale.ROOT, ", validation %.4g", metrics.get("loss"));
    }
  }

  private String epoch(long step) {
    long epoch = Math.min(step / Math.max(1, plan.stepsPerEpoch()) + 1, plan.epochs());
    return "epoch " + epoch + "/" + plan.epochs();
  }

  @Override
  public void message(String message) {
    synchronized (out) {
      out.println((bar == null ? "" : CLEAR_LINE) + message);
    }
  }

  @Override
  public void close() {
    if (bar == null) {
      return;
    }
    bar.close();
    // The library swallows what fails in its last drawing, and then leaves the line open.
    if (!isClosed) {
      bar.refresh();
      out.println();
    }
  }

  /** Where the bar draws itself; called on the library's own thread. */
  private final class Line implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return columns - 1;
    }

    @Override
    public void accept(String text) {
      synchronized (out) {
        out.print("\r" + text);
        out.flush();
      }
    }

    @Override
    public void close() {
      out.println();
      isClosed = true;
    }
  }
}
