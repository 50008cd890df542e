package org.vaelix.core.internal.reference;

/**
 * The logarithm of the gamma function and its derivatives for positive arguments, in double
 * precision. "DLMF" is the NIST Digital Library of Mathematical Functions.
 *
 * <p>Each is taken where a series converges fast and carried to the argument by the recurrence Γ(x
 * + 1) = x Γ(x). At 0 they are infinite; below 0 they are not defined here and give NaN.
 */
final class GammaFunctions {
  /** From here on the asymptotic series with eight terms are exact to double precision. */
  private static final double LARGE = 12;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double ONE_LESS_EULER = 0.42278433509846713;

  /** Bernoulli numbers B₂, B₄ … B₁₆ (DLMF table 24.2.1). */
  private static final double[] BERNOULLI = {
    1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0, 7 / 6.0, -3617 / 510.0
  };

  /** (−1)ᵏ (ζ(k) − 1)/k for k = 2, 3 …, computed with 40 digits (mpmath) and rounded. */
  private static final double[] AROUND_TWO = {
    0.3224670334241132,
    -0.0673523010531981,
    0.020580808427784546,
    -0.007385551028673986,
    0.0028905103307415234,
    -0.001192753911703261,
    0.0005096695247430425,
    -0.00022315475845357939,
    9.945751278180853e-05,
    -4.492623673813314e-05,
    2.050721277567069e-05,
    -9.439488275268397e-06,
    4.374866789907488e-06,
    -2.039215753801366e-06,
    9.55141213040742e-07,
    -4.492469198764566e-07,
    2.1207184805554665e-07,
    -1.0043224823968099e-07,
    4.7698101693639804e-08,
    -2.2711094608943164e-08,
    1.0838659214896955e-08,
    -5.183475041970047e-09,
    2.4836745438024785e-09,
    -1.1921401405860912e-09,
    5.731367241678862e-10,
    -2.7595228851242334e-10,
    1.330476437424449e-10,
    -6.4229645638381e-11,
    3.1044247747322276e-11
  };

  private GammaFunctions() {}

  /**
   * {@return ln Γ(x)}
   *
   * @param x at least 0
   */
  static double lgamma(double x) {
    if (!(x > 0)) {
      return x == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    if (x >= LARGE) {
      return stirling(x);
    }
    return x < 1.5 ? belowTwo(x) : aboveTwo(x);
  }

  /** ln Γ(x) ~ (x − ½) ln x − x + ½ ln 2π + Σ B₂ₖ/(2k(2k − 1) x²ᵏ⁻¹): DLMF 5.11.1. */
  private static double stirling(double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    double square = 1 / (x * x);
    double sum = 0;
    for (int k = BERNOULLI.length; k >= 1; k--) {
      sum = sum * square + BERNOULLI[k - 1] / (2 * k * (2 * k - 1));
    }
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + sum / x;
  }

  /** ln Γ(2 + z) = (1 − γ) z + Σ (−1)ᵏ (ζ(k) − 1) zᵏ/k: DLMF 5.7.3, here for |z| ≤ ½. */
  private static double aroundTwo(double z) {
    double sum = 0;
    for (int k = AROUND_TWO.length - 1; k >= 0; k--) {
      sum = sum * z + AROUND_TWO[k];
    }
    return z * (ONE_LESS_EULER + z * sum);
  }

  private static double belowTwo(double x) {
    return x < 0.5 ? aroundTwo(x) - Math.log1p(x) - Math.log(x) : aroundTwo(x - 1) - Math.log(x);
  }

  private static double aboveTwo(double x) {
    double product = 1;
    double near = x;
    while (near > 2.5) {
      near -= 1;
      product *= near;
    }
    return Math.log(product) + aroundTwo(near - 2);
  }

  /**
   * {@return ψ(x) = d ln Γ(x)/dx}: the recurrence DLMF 5.5.2, then ψ(x) ~ ln x − 1/2x − Σ B₂ₖ/(2k
   * x²ᵏ), DLMF 5.11.2
   *
   * @param x at least 0
   */
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
   * {@return ψₙ(x) = dⁿψ(x)/dxⁿ = (−1)ⁿ⁺¹ n! ζ(n + 1, x)}: DLMF 25.11.12
   *
   * @param n at least 1
   * @param x at least 0
   */
  static double polygamma(int n, double x) {
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
      first += Math.pow(a, -s);
    }
    double coefficient = s / (2 * a);
    double rest = a / (s - 1) + 0.5;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      rest += BERNOULLI[k - 1] * coefficient;
      double next = s + 2 * k - 1;
      coefficient *= next / (2 * k + 1) / a * ((next + 1) / (2 * k + 2) / a);
    }
    return first + rest * Math.pow(a, -s);
  }
}
