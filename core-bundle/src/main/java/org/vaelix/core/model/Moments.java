package org.vaelix.core.model;

import java.util.Arrays;

/**
 * What is known of each value of an observation over the training rows. The arrays must not be
 * changed.
 *
 * @param rows how many training rows there are, at least 1; an event that none of them shows is
 *     taken to be rarer than this can tell, not impossible
 * @param mean in row-major order of the observation
 * @param variance the maximum-likelihood estimate (divided by the number of rows), likewise
 */
public record Moments(long rows, double[] mean, double[] variance) {
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
