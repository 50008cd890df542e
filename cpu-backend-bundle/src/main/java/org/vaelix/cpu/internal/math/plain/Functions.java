package org.vaelix.cpu.internal.math.plain;

/**
 * Functions of a single-precision number in double precision, exact far beyond single precision.
 * They rest on Math.exp and Math.log, which the just-in-time compiler has code for, unlike
 * Math.expm1, log1p and tanh.
 */
final class Functions {
  /** Below it three terms of a series are exact to 10⁻¹², above it a difference of two is. */
  private static final double SMALL = 1e-4;

  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  /** Below it the series is exact, above it the continued fraction. */
  private static final double MIDDLE = 2.5;

  /** From here on 1 is the nearest float. */
  private static final double LARGE = 4;

  private static final int TERMS = 40;
  private static final int LEVELS = 30;

  private Functions() {}

  static double expm1(double x) {
    return Math.abs(x) < SMALL ? x * (1 + x * (0.5 + x / 6)) : Math.exp(x) - 1;
  }

  static double log1p(double x) {
    return Math.abs(x) < SMALL ? x * (1 - x * (0.5 - x / 3)) : Math.log(1 + x);
  }

  static double tanh(double x) {
    return Math.abs(x) < SMALL ? x * (1 - x * x / 3) : 1 - 2 / (Math.exp(2 * x) + 1);
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double softplus(double x) {
    return Math.max(x, 0) + log1p(Math.exp(-Math.abs(x)));
  }

  static double erf(double x) {
    double size = Math.abs(x);
    if (size < MIDDLE) {
      return series(x);
    }
    return Math.signum(x) * (size < LARGE ? 1 - complement(size) : 1);
  }

  /** 2/√π e^−x² Σ 2ⁿ x²ⁿ⁺¹/(1·3 … (2n + 1)), all terms of one sign: DLMF 7.6.2. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < TERMS && sum + term != sum; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
  }

  /** e^−x²/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))): Abramowitz and Stegun 7.1.14. */
  private static double complement(double x) {
    double fraction = x;
    for (int k = LEVELS; k >= 1; k--) {
      fraction = x + 0.5 * k / fraction;
    }
    return 0.5 * TWO_OVER_ROOT_PI * Math.exp(-x * x) / fraction;
  }
}
