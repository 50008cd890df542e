package org.vaelix.core.model;

import java.util.Arrays;
import java.util.List;

/**
 * What is known of each value of an observation over the training rows. The arrays must not be
 * changed.
 *
 * @param rows how many training rows there are, at least 1; an event that none of them shows is
 *     taken to be rarer than this can tell, not impossible
 * @param mean in row-major order of the observation
 * @param variance the maximum-likelihood estimate (divided by the number of rows), likewise
 * @param zeros the share of observed values that are 0, likewise; two moments do not tell it
 * @param columns the values' names, likewise; empty if they have none
 */
public record Moments(
    long rows, double[] mean, double[] variance, double[] zeros, List<String> columns) {
  /**
   * Creates moments of values without names, none of which is 0.
   *
   * @param rows how many training rows there are, at least 1
   * @param mean in row-major order of the observation
   * @param variance likewise
   */
  public Moments(long rows, double[] mean, double[] variance) {
    this(rows, mean, variance, new double[mean.length], List.of());
  }

  /**
   * {@return the moments of values that are 0 on average, with variance 1; what stands in where
   * there is no data}
   *
   * @param values how many values an observation has
   */
  public static Moments standard(int values) {
    double[] ones = new double[values];
    Arrays.fill(ones, 1);
    return new Moments(1, new double[values], ones);
  }
}
