package org.vaelix.likelihoods.internal.count;

import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;

/**
 * What Stirling's formula leaves over, s(z) = ln Γ(z) − (z − ½) ln z + z − ½ ln 2π (Binet's
 * function; Abramowitz and Stegun 1964, 6.1.40). It is small, 0.0811 at 1 and 1/(12 z) beyond, so
 * that differences of ln Γ written with it keep in single precision the digits that ln Γ itself, as
 * large as z ln z, has lost.
 *
 * <p>The forms are z ± 1/6 + … as a continued fraction, the sixth being Gosper's (1978, equation 14
 * has z! = √(2π(z + 1/6)) z^z e^−z), with all numbers fitted for the smallest error of s over z ≥ 1
 * (scipy 1.17.1, optimize.least_squares against mpmath).
 */
public final class Stirling {
  private static final double[] RAISED = {
    0.16666569763137887,
    0.013902809933657199,
    0.34770358195703943,
    0.1875118961059702,
    0.33026794432360956
  };
  private static final double[] LOWERED = {
    -0.1666590646041915,
    0.013768037413275442,
    -0.3940146244361352,
    0.3309364643968397,
    0.6213769695395388
  };

  private static final double[] SLOPE = {
    -0.16666582816081388,
    0.02764396783755504,
    -0.48492751120017413,
    0.5860857564536491,
    0.8006907679517693
  };

  private Stirling() {}

  /**
   * {@return z·e^2s(z), so that ln z! = z ln z − z + ½ ln 2π + ½ ln of this; s off by 1.3·10⁻⁸}
   *
   * @param z at least 1
   */
  public static Tensor raised(Tensor z) {
    return z.add(excess(z, RAISED));
  }

  /**
   * {@return z·e^−2s(z), so that ln Γ(z) = z ln z − z + ½ ln 2π − ½ ln of this; s off by 8·10⁻⁸}
   *
   * @param z at least 1
   */
  public static Tensor lowered(Tensor z) {
    return z.add(excess(z, LOWERED));
  }

  /**
   * {@return s(z), off by at most 1.3·10⁻⁸; from s(z) − s(z + 1) = (z + ½) ln(1 + 1/z) − 1}
   *
   * @param z above 0
   */
  public static Tensor remainder(Tensor z) {
    Tensor next = z.add(1);
    Tensor ofNext = excess(next, RAISED).divide(next).log1p().multiply(0.5);
    Tensor step = z.add(0.5).multiply(number(z, 1).divide(z).log1p()).subtract(1);
    return ofNext.add(step);
  }

  /**
   * {@return the derivative of ½ ln {@link #lowered}, off by 1.4·10⁻⁷ of itself: half of one over
   * such a form as the others have, fitted likewise. It is near ln z − ψ(z)}
   *
   * @param z at least 1
   */
  public static Tensor slopeOfLowered(Tensor z) {
    return number(z, 0.5).divide(z.add(excess(z, SLOPE)));
  }

  private static Tensor excess(Tensor z, double[] c) {
    Tensor inner = z.add(c[2]).add(number(z, c[3]).divide(z.add(c[4])));
    return number(z, c[1]).divide(inner).add(c[0]);
  }

  private static Tensor number(Tensor z, double number) {
    Graph graph = z.graph();
    return graph.constant(number);
  }
}
