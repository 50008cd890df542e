package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Whether draws agree with a distribution. Draws are repeatable, so a test that passes stays so.
 */
final class Statistics {
  /** Standard errors a mean may be off; a right one is further off once in two million times. */
  private static final double LARGEST_Z = 5;

  /** Kolmogorov's D·√n is larger than this once in a hundred thousand times. */
  private static final double LARGEST_KOLMOGOROV = 2.47;

  private Statistics() {}

  /** Fails unless the mean of draws is as expected, up to their own standard error. */
  static void assertMean(String what, double expected, double[] draws) {
    assertMean(what, expected, draws, 1);
  }

  /** The same where the expected mean has an error of its own: all in all so many times theirs. */
  static void assertMean(String what, double expected, double[] draws, double widening) {
    double mean = mean(draws);
    double error = widening * Math.sqrt(centralMoment(draws, mean, 2) / draws.length);
    assertClose(what, expected, mean, error);
  }

  /** Fails unless the variance of draws around a mean is as expected. */
  static void assertVariance(String what, double mean, double expected, double[] draws) {
    assertVariance(what, mean, expected, draws, 1);
  }

  /** The same where the expected variance has an error of its own. */
  static void assertVariance(
      String what, double mean, double expected, double[] draws, double widening) {
    double[] squares = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).toArray();
    assertMean(what, expected, squares, widening);
  }

  private static void assertClose(String what, double expected, double found, double error) {
    double allowed = LARGEST_Z * error + 1e-9 * Math.abs(expected);
    assertTrue(
        Math.abs(found - expected) <= allowed,
        () -> String.format("%s: expected %g, draws say %g ± %g", what, expected, found, error));
  }

  /** Fails unless draws follow a distribution function. */
  static void assertDistribution(String what, DoubleUnaryOperator distribution, double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = distribution.applyAsDouble(sorted[i]);
      largest =
          Math.max(
              largest, Math.max(p - i / (double) sorted.length, (i + 1.0) / sorted.length - p));
    }
    double statistic = largest * Math.sqrt(sorted.length);
    assertTrue(
        statistic <= LARGEST_KOLMOGOROV,
        () -> String.format("%s: draws do not follow the density, D·√n = %g", what, statistic));
  }

  static double mean(double[] draws) {
    return Arrays.stream(draws).average().orElseThrow();
  }

  static double standardDeviation(double[] draws) {
    return Math.sqrt(centralMoment(draws, mean(draws), 2));
  }

  private static double centralMoment(double[] draws, double mean, int order) {
    return Arrays.stream(draws).map(x -> Math.pow(x - mean, order)).average().orElseThrow();
  }

  /** {@return every {@code width}th number, from the given one} */
  static double[] column(double[] rowMajor, int width, int column) {
    double[] result = new double[rowMajor.length / width];
    Arrays.setAll(result, i -> rowMajor[i * width + column]);
    return result;
  }
}
