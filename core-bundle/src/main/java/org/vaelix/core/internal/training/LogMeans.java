package org.vaelix.core.internal.training;

import java.util.Arrays;

/**
 * For each of some rows, the mean of logarithms and the logarithm of the mean, number by number:
 * nothing but sums is kept, and none of them overflows.
 */
final class LogMeans {
  private final double[] greatest;
  private final double[] scaledSums;
  private final double[] sums;
  private int count;

  LogMeans(int rows) {
    greatest = new double[rows];
    scaledSums = new double[rows];
    sums = new double[rows];
  }

  /** Forgets all numbers. */
  void clear() {
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    Arrays.fill(scaledSums, 0);
    Arrays.fill(sums, 0);
    count = 0;
  }

  /** Takes the logarithm of a row's next number. */
  void add(int row, double logarithm) {
    sums[row] += logarithm;
    if (logarithm == Double.NEGATIVE_INFINITY) {
      return; // the number 0 adds nothing to the sum of numbers
    }
    if (logarithm > greatest[row]) {
      scaledSums[row] = scaledSums[row] * Math.exp(greatest[row] - logarithm) + 1;
      greatest[row] = logarithm;
    } else {
      scaledSums[row] += Math.exp(logarithm - greatest[row]);
    }
  }

  /** Counts numbers that every row has been given. */
  void count(int numbers) {
    count += numbers;
  }

  /** {@return the mean of a row's logarithms} */
  double meanOfLogarithms(int row) {
    return sums[row] / count;
  }

  /** {@return the logarithm of the mean of a row's numbers} */
  double logarithmOfMean(int row) {
    return greatest[row] + Math.log(scaledSums[row] / count);
  }
}
