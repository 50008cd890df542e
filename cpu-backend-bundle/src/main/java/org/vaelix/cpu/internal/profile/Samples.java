package org.vaelix.cpu.internal.profile;

import java.util.Arrays;
import org.vaelix.core.backend.Profile.Times;

/** A time for each run. */
final class Samples {
  private long[] nanoseconds = new long[64];
  private int count;

  void add(long time) {
    if (count == nanoseconds.length) {
      nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
    }
    nanoseconds[count++] = time;
  }

  void reset() {
    count = 0;
  }

  long sum() {
    return Arrays.stream(nanoseconds, 0, count).sum();
  }

  Times times() {
    return Times.of(Arrays.copyOf(nanoseconds, count));
  }
}
