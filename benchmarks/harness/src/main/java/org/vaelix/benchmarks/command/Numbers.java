package org.vaelix.benchmarks.command;

import java.util.Locale;
import org.vaelix.benchmarks.measure.Sample;

/** How numbers are written in tables. */
final class Numbers {
  private Numbers() {}

  /** Three significant digits, for example 0.123, 4.56, 78.9 or 1234. */
  static String of(double value) {
    double size = Math.abs(value);
    int decimals = size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** The quartiles, for example {@code 4.51–4.78}. */
  static String quartiles(Sample sample) {
    return of(sample.lowerQuartile()) + "–" + of(sample.upperQuartile());
  }

  /** The median with quartiles, for example {@code 4.6 (4.51–4.78)}. */
  static String spread(Sample sample) {
    return of(sample.median()) + " (" + quartiles(sample) + ")";
  }

  static String thousands(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }
}
