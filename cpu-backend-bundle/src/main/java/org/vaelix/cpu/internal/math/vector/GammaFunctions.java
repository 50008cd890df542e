package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * ln Γ and ψ for positive x. Large ones by Stirling's series (DLMF 5.11.1, 5.11.2; coefficients
 * minimax). From 0.7 on, with t = x − 1, as ln Γ = t(t − 1) G(t) and ψ = (t − t₀) H(t) with minimax
 * quotients G and H, so that the zeros are exact; below, by the step to x + 1, where t is x itself.
 */
final class GammaFunctions {
  private static final FloatVector SMALL = all(0.7f);
  private static final FloatVector LARGE_FOR_LGAMMA = all(8);
  private static final FloatVector LARGE_FOR_DIGAMMA = all(6);
  private static final FloatVector NOTHING = all(0);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector ONE = all(1);

  /** ½ ln 2π − ½. */
  private static final FloatVector STIRLING = all(0.4189385f);

  /** t₀ = 0.46163214496836234 in two parts. */
  private static final FloatVector ZERO_HIGH = all(0.46163213f);

  private static final FloatVector ZERO_LOW = all((float) (0.46163214496836234126 - 0.46163213f));

  /** G = P/Q. */
  private static final FloatVector G_P0 = all(2966.8806f);

  private static final FloatVector G_P1 = all(4483.6406f);
  private static final FloatVector G_P2 = all(1985.902f);
  private static final FloatVector G_P3 = all(264.7922f);
  private static final FloatVector G_P4 = all(6.900493f);
  private static final FloatVector G_Q0 = all(5139.9863f);
  private static final FloatVector G_Q1 = all(9951.616f);
  private static final FloatVector G_Q2 = all(6284.685f);
  private static final FloatVector G_Q3 = all(1474.5988f);
  private static final FloatVector G_Q4 = all(109.95084f);
  private static final FloatVector G_Q5 = all(1.4986881f);

  /** H = P/Q. */
  private static final FloatVector H_P0 = all(9153.985f);

  private static final FloatVector H_P1 = all(10804.451f);
  private static final FloatVector H_P2 = all(3722.6592f);
  private static final FloatVector H_P3 = all(400.43982f);
  private static final FloatVector H_P4 = all(8.97824f);
  private static final FloatVector H_Q0 = all(7320.962f);
  private static final FloatVector H_Q1 = all(13645.153f);
  private static final FloatVector H_Q2 = all(7898.6294f);
  private static final FloatVector H_Q3 = all(1691.4282f);
  private static final FloatVector H_Q4 = all(118.75239f);
  private static final FloatVector H_Q5 = all(1.6092001f);

  /** Of Stirling's series in 1/x², for ln Γ over 1/x and for ψ over −1/x². */
  private static final FloatVector LGAMMA_0 = all(0.083333336f);

  private static final FloatVector LGAMMA_1 = all(-0.0027781613f);
  private static final FloatVector LGAMMA_2 = all(0.00079962483f);
  private static final FloatVector DIGAMMA_0 = all(0.08333331f);
  private static final FloatVector DIGAMMA_1 = all(-0.008329454f);
  private static final FloatVector DIGAMMA_2 = all(0.0037438616f);

  private GammaFunctions() {}

  /** {@code near} = ln Γ(x), of x + 1 where x is small; of no meaning where x is large. */
  static void nearLgamma(float[] x, int xo, float[] near, int no, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector t = v.sub(ONE).blend(v, v.compare(VectorOperators.LT, SMALL));
      FloatVector p = t.fma(G_P4, G_P3).fma(t, G_P2).fma(t, G_P1).fma(t, G_P0);
      FloatVector q = t.fma(G_Q5, G_Q4).fma(t, G_Q3).fma(t, G_Q2).fma(t, G_Q1).fma(t, G_Q0);
      FloatVector zeros = t.fma(t, t.neg());
      // Adding 0 makes the zero at 1 positive.
      zeros.fma(p.div(q), NOTHING).intoArray(near, no + i);
    }
  }

  /** Zeros, negative numbers and NaN count as small and take their result from the logarithm. */
  static void lgamma(
      float[] x, int xo, float[] log, int lo, float[] near, int no, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector ln = load(log, lo + i);
      FloatVector inverse = ONE.div(v);
      FloatVector u = inverse.mul(inverse);
      FloatVector p = u.fma(LGAMMA_2, LGAMMA_1).fma(u, LGAMMA_0).fma(inverse, STIRLING);
      FloatVector far = v.sub(HALF).fma(ln.sub(ONE), p);
      FloatVector result = load(near, no + i);
      result = result.blend(result.sub(ln), v.compare(VectorOperators.LT, SMALL));
      result.blend(far, v.compare(VectorOperators.GE, LARGE_FOR_LGAMMA)).intoArray(y, yo + i);
    }
  }

  /** {@code near} = ψ(x), of x + 1 where x is small; of no meaning where x is large. */
  static void nearDigamma(float[] x, int xo, float[] near, int no, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector t = v.sub(ONE).blend(v, v.compare(VectorOperators.LT, SMALL));
      FloatVector p = t.fma(H_P4, H_P3).fma(t, H_P2).fma(t, H_P1).fma(t, H_P0);
      FloatVector q = t.fma(H_Q5, H_Q4).fma(t, H_Q3).fma(t, H_Q2).fma(t, H_Q1).fma(t, H_Q0);
      t.sub(ZERO_HIGH).sub(ZERO_LOW).mul(p.div(q)).intoArray(near, no + i);
    }
  }

  static void digamma(
      float[] x, int xo, float[] log, int lo, float[] near, int no, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector ln = load(log, lo + i);
      FloatVector inverse = ONE.div(v);
      FloatVector u = inverse.mul(inverse);
      FloatVector p = u.fma(DIGAMMA_2, DIGAMMA_1).fma(u, DIGAMMA_0).mul(u);
      FloatVector far = ln.sub(inverse.fma(HALF, p));
      FloatVector result = load(near, no + i);
      result = result.blend(result.sub(inverse), v.compare(VectorOperators.LT, SMALL));
      result = result.blend(far, v.compare(VectorOperators.GE, LARGE_FOR_DIGAMMA));
      result.blend(ln, v.compare(VectorOperators.LE, NOTHING)).intoArray(y, yo + i);
    }
  }
}
