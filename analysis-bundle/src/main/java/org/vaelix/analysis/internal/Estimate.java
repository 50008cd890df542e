package org.vaelix.analysis.internal;

import java.util.Arrays;
import java.util.Map;

/**
 * A mean over rows.
 *
 * @param value the mean
 * @param standardError of it, over rows
 */
public record Estimate(double value, double standardError) {
  /**
   * {@return the mean of numbers}
   *
   * @param numbers that do not depend on one another, at least 2
   */
  public static Estimate of(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
    double variance = squares / (numbers.length - 1);
    return new Estimate(mean, Math.sqrt(variance / numbers.length));
  }

  /** {@return both by name, for programs} */
  public Map<String, Double> numbers() {
    return Map.of("value", value, "standardError", standardError);
  }
}
