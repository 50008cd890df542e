package org.vaelix.core.random;

import java.util.random.RandomGenerator;

/**
 * Draws from the Poisson distribution. With {@link StrictMath}, equal random numbers give equal
 * draws on every machine.
 */
public final class Poisson {
  /** Below this mean a sequential search is quicker, and the rejection method does not apply. */
  private static final double SMALL_MEAN = 10;

  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  private Poisson() {}

  /**
   * {@return a draw}
   *
   * @param mean at least 0
   * @param random the only source of randomness
   */
  public static double sample(double mean, RandomGenerator random) {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a Poisson mean must be finite and at least 0: " + mean);
    }
    return mean < SMALL_MEAN ? bySearch(mean, random) : byRejection(mean, random);
  }

  /** Inversion: adds up probabilities from 0. */
  private static double bySearch(double mean, RandomGenerator random) {
    double left = random.nextDouble();
    double probability = StrictMath.exp(-mean);
    int count = 0;
    while (left >= probability && probability > 0) {
      left -= probability;
      count++;
      probability *= mean / count;
    }
    return count;
  }

  /** Transformed rejection with a squeeze, PTRS of Hörmann (1993), algorithm on page 43. */
  private static double byRejection(double mean, RandomGenerator random) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double logInverseAlpha = StrictMath.log(1.1239 + 1.1328 / (b - 3.4));
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double count = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return count;
      }
      if (count < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double bound = count * StrictMath.log(mean) - mean - logFactorial(count);
      if (StrictMath.log(v) + logInverseAlpha - StrictMath.log(a / (us * us) + b) <= bound) {
        return count;
      }
    }
  }

  /** ln n!, by the product below 10 and Stirling's series above (error below 1e-10). */
  private static double logFactorial(double n) {
    if (n < 10) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    double x = n + 1;
    double inverse = 1 / x;
    double series =
        inverse * (1 / 12.0 - inverse * inverse * (1 / 360.0 - inverse * inverse / 1260));
    return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series;
  }
}
