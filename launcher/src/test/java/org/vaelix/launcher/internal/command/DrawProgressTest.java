package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DrawProgressTest {
  private final Recorder out = new Recorder();
  private long milliseconds;

  private void estimate(boolean isTerminal, int tenths, long each) {
    try (DrawProgress progress =
        new DrawProgress(out.stream(), isTerminal, () -> milliseconds * 1_000_000L)) {
      for (int done = 1; done <= tenths; done++) {
        milliseconds += each;
        progress.advanced(100L * done, 1000);
      }
    }
  }

  @Test
  void aLineSoonAndThenEveryHalfMinute() {
    estimate(false, 10, 12_000);
    assertEquals(
        " 10 % of 1000 draws, about 108 s left\n"
            + " 40 % of 1000 draws, about 72 s left\n"
            + " 70 % of 1000 draws, about 36 s left\n"
            + "100 % of 1000 draws, about 0 s left\n",
        out.text());
  }

  @Test
  void aShortEstimateLeavesNoLine() {
    estimate(false, 10, 100);
    assertEquals("", out.text());
  }

  @Test
  void atATerminalOneLineThatGoesInTheEnd() {
    estimate(true, 2, 1500);
    String clear = "\r\u001b[K";
    assertEquals(
        clear
            + " 10 % of 1000 draws, about 14 s left"
            + clear
            + " 20 % of 1000 draws, about 12 s left"
            + clear,
        out.text());
  }
}
