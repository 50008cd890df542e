package org.vaelix.core.random;

import java.util.random.RandomGenerator;

/**
 * Draws from the gamma distribution. With {@link StrictMath}, equal random numbers give equal draws
 * on every machine.
 */
public final class Gamma {
  private Gamma() {}

  /**
   * {@return a draw of mean {@code shape} and variance {@code shape}; times a scale it is one of
   * mean shape · scale}
   *
   * @param shape above 0; draws of very small ones underflow to 0, as nearly all of them are
   * @param random the only source of randomness
   */
  public static double sample(double shape, RandomGenerator random) {
    if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a gamma shape must be finite and above 0: " + shape);
    }
    if (shape >= 1) {
      return byRejection(shape, random);
    }
    double larger = byRejection(shape + 1, random);
    return larger * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
  }

  /** The method of Marsaglia and Tsang (2000), page 369, for shapes from 1. */
  private static double byRejection(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      v = v * v * v;
      double u = 1 - random.nextDouble();
      if (StrictMath.log(u) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }
}
