package org.vaelix.likelihoods.internal.count;

import org.vaelix.core.graph.Tensor;

/**
 * Binet's function s(z) = ln Γ(z) − (z − ½) ln z + z − ½ ln 2π, what Stirling's formula leaves
 * over. It is small (0.0811 at 1, 1/(12 z) beyond), so that differences of ln Γ written with it
 * keep in single precision the digits that ln Γ itself, as large as z ln z, has lost.
 */
public final class StirlingRemainder {
  // Abramowitz and Stegun 1964, 6.1.48: s = (1/12)/(z + (1/30)/(z + (53/210)/(z + …))). Cut off
  // here, with 12/30, 53/210 and what follows fitted anew for the smallest error over z ≥ 1
  // (scipy 1.17.1, optimize.least_squares against mpmath).
  private static final double B = 0.40099672035633305;
  private static final double C = 0.31246372068235106;
  private static final double D = 0.6245437308993963;

  private StirlingRemainder() {}

  /**
   * {@return s(z), off by at most 4.5·10⁻⁸}
   *
   * @param z at least 1
   */
  public static Tensor fromOne(Tensor z) {
    Tensor inner = z.add(number(z, C).divide(z.add(D)));
    return number(z, 1).divide(z.multiply(12).add(number(z, B).divide(inner)));
  }

  /**
   * {@return s(z), off by at most 4.5·10⁻⁸; from s(z) − s(z + 1) = (z + ½) ln(1 + 1/z) − 1}
   *
   * @param z above 0
   */
  public static Tensor of(Tensor z) {
    Tensor step = z.add(0.5).multiply(number(z, 1).divide(z).log1p()).subtract(1);
    return fromOne(z.add(1)).add(step);
  }

  private static Tensor number(Tensor z, double number) {
    return z.graph().constant(number);
  }
}
