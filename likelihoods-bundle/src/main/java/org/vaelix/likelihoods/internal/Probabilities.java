package org.vaelix.likelihoods.internal;

import java.util.Arrays;

/** What biases and null models make of the shares that training rows show. */
public final class Probabilities {
  private Probabilities() {}

  /**
   * {@return the shares as probabilities: what no training row shows, or all do, is rare or
   * frequent but neither impossible nor certain}
   *
   * @param shares from 0 to 1
   * @param smallest probability, and what the largest is short of 1
   */
  public static double[] inside(double[] shares, double smallest) {
    return Arrays.stream(shares)
        .map(share -> Math.min(Math.max(share, smallest), 1 - smallest))
        .toArray();
  }

  /**
   * {@return ln p/(1 − p) of each}
   *
   * @param probabilities above 0 and below 1
   */
  public static double[] logOdds(double[] probabilities) {
    return Arrays.stream(probabilities).map(p -> Math.log(p) - Math.log1p(-p)).toArray();
  }
}
