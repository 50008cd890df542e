package org.vaelix.cpu.internal.math.plain;

/**
 * ln Γ and its derivatives for positive arguments, in double precision: the recurrence carries the
 * argument to where the asymptotic series is exact. Near the zeros an error of 10⁻¹⁵ is left, far
 * below what single precision can tell. "DLMF" is the NIST Digital Library of Mathematical
 * Functions.
 */
public final class Gamma {
  private static final double LARGE = 10;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /** Bernoulli numbers B₂, B₄ … B₁₆ (DLMF table 24.2.1). */
  private static final double[] BERNOULLI = {
    1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0, 7 / 6.0, -3617 / 510.0
  };

  private Gamma() {}

  /** ln Γ(x) = ln Γ(x + k) − ln x(x + 1) … (x + k − 1): DLMF 5.5.1 and 5.11.1. */
  static double lgamma(double x) {
    if (!(x > 0)) {
      return x == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    if (x == 1 || x == 2 || x == Double.POSITIVE_INFINITY) {
      return x > 2 ? x : 0;
    }
    double product = 1;
    double large = x;
    for (; large < LARGE; large += 1) {
      product *= large;
    }
    double square = 1 / (large * large);
    double sum = 0;
    for (int k = BERNOULLI.length; k >= 1; k--) {
      sum = sum * square + BERNOULLI[k - 1] / (2 * k * (2 * k - 1));
    }
    double log = (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + sum / large;
    return product == 1 ? log : log - Math.log(product);
  }

  /** ψ(x) = ψ(x + k) − Σ 1/(x + j): DLMF 5.5.2 and 5.11.2. */
  static double digamma(double x) {
    if (!(x > 0)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
    double reciprocals = 0;
    double large = x;
    for (; large < LARGE; large += 1) {
      reciprocals += 1 / large;
    }
    double square = 1 / (large * large);
    double sum = 0;
    for (int k = BERNOULLI.length; k >= 1; k--) {
      sum = (sum + BERNOULLI[k - 1] / (2 * k)) * square;
    }
    return Math.log(large) - 0.5 / large - sum - reciprocals;
  }

  /**
   * {@return ψₙ(x) = (−1)ⁿ⁺¹ n! ζ(n + 1, x)}: DLMF 25.11.12
   *
   * @param n at least 1
   * @param x at least 0
   */
  public static double polygamma(int n, double x) {
    double sign = n % 2 == 0 ? -1 : 1;
    if (!(x > 0)) {
      return x == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    double factorial = 1;
    for (int k = 2; k <= n; k++) {
      factorial *= k;
    }
    return sign * factorial * hurwitz(n + 1, x);
  }

  /**
   * ζ(s, x): terms (x + k)⁻ˢ until a = x + k is large, then a¹⁻ˢ/(s − 1) + a⁻ˢ/2 + Σ B₂ₖ/(2k)! s(s
   * + 1)…(s + 2k − 2) a⁻ˢ⁻²ᵏ⁺¹: DLMF 25.11.43.
   */
  private static double hurwitz(int s, double x) {
    double first = 0;
    double a = x;
    for (; a < LARGE + s; a += 1) {
      first += reciprocalPower(a, s);
    }
    if (a == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double coefficient = s / (2 * a);
    double rest = a / (s - 1) + 0.5;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      rest += BERNOULLI[k - 1] * coefficient;
      double next = s + 2 * k - 1;
      coefficient *= next / (2 * k + 1) / a * ((next + 1) / (2 * k + 2) / a);
    }
    return first + rest * reciprocalPower(a, s);
  }

  private static double reciprocalPower(double a, int s) {
    double power = a;
    for (int k = 1; k < s; k++) {
      power *= a;
    }
    return 1 / power;
  }
}
