package org.vaelix.core.internal.training;

import java.util.Arrays;

/** How long the steps of this session took. */
final class StepTimes {
  private long[] nanoseconds = new long[1024];
  private int count;

  void add(long nanos) {
    if (count == nanoseconds.length) {
      nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
    }
    nanoseconds[count++] = nanos;
  }

  /** The median in milliseconds; 0 if there was no step. */
  double medianMilliseconds() {
    long[] sorted = Arrays.copyOf(nanoseconds, count);
    Arrays.sort(sorted);
    if (count == 0) {
      return 0;
    }
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2e6;
  }
}
