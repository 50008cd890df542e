package org.vaelix.analysis.internal.information;

import java.util.Arrays;
import java.util.Map;

/**
 * A mean over rows.
 *
 * @param value the mean
 * @param standardError of it, over rows
 */
record Estimate(double value, double standardError) {
  /** {@return the mean of numbers, of which there are at least 2} */
  static Estimate of(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
    double variance = squares / (numbers.length - 1);
    return new Estimate(mean, Math.sqrt(variance / numbers.length));
  }

  Map<String, Double> numbers() {
    return Map.of("value", value, "standardError", standardError);
  }
}
