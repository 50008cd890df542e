package org.vaelix.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;

/** Measured values and their order statistics. */
public final class Sample {
  private final double[] sorted;

  /**
   * Copies the values.
   *
   * @param values at least one
   */
  public Sample(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  /**
   * {@return a sample of these values}
   *
   * @param values at least one
   */
  public static Sample of(Collection<Double> values) {
    return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** {@return how many values there are} */
  public int size() {
    return sorted.length;
  }

  /** {@return the smallest value} */
  public double minimum() {
    return sorted[0];
  }

  /** {@return half of the values are at most this} */
  public double median() {
    return quantile(0.5);
  }

  /** {@return a quarter of the values are at most this} */
  public double lowerQuartile() {
    return quantile(0.25);
  }

  /** {@return three quarters of the values are at most this} */
  public double upperQuartile() {
    return quantile(0.75);
  }

  /** Linear between order statistics: definition 7 of Hyndman and Fan 1996, as in R and NumPy. */
  private double quantile(double p) {
    double position = p * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
