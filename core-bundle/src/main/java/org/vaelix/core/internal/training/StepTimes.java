package org.vaelix.core.internal.training;

import java.util.Arrays;
import java.util.Optional;

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

  /** The median in milliseconds, if there was a step. */
  Optional<Double> medianMilliseconds() {
    if (count == 0) {
      return Optional.empty();
    }
    long[] sorted = Arrays.copyOf(nanoseconds, count);
    Arrays.sort(sorted);
    return Optional.of((sorted[(count - 1) / 2] + sorted[count / 2]) / 2e6);
  }
}
