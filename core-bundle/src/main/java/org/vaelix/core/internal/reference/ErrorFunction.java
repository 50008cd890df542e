package org.vaelix.core.internal.reference;

/** The error function in double precision. */
final class ErrorFunction {
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  /** Below it the series is quick, above it the continued fraction. */
  private static final double MIDDLE = 2.5;

  /** From here on 1 is the nearest double. */
  private static final double LARGE = 6;

  private static final int LEVELS = 50;

  private ErrorFunction() {}

  /**
   * {@return 2/√π ∫₀ˣ e^−t² dt}
   *
   * @param x any number
   */
  static double erf(double x) {
    double size = Math.abs(x);
    if (size >= LARGE) {
      return Math.signum(x);
    }
    return size > MIDDLE ? Math.signum(x) * (1 - complement(size)) : series(x);
  }

  /** 2/√π e^−x² Σ 2ⁿ x²ⁿ⁺¹/(1·3 … (2n + 1)), all terms of one sign: DLMF 7.6.2. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    // NaN differs from itself: it must not be waited for.
    for (int n = 1; sum + term != sum && !Double.isNaN(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / ROOT_PI * Math.exp(-x * x) * sum;
  }

  /** e^−x²/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + 2/(x + …))))): Abramowitz and Stegun 7.1.14. */
  private static double complement(double x) {
    double fraction = x;
    for (int k = LEVELS; k >= 1; k--) {
      fraction = x + 0.5 * k / fraction;
    }
    return Math.exp(-x * x) / (ROOT_PI * fraction);
  }
}
