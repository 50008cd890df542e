package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * ln Γ and ψ for positive x. From 8 on by Stirling's series (DLMF 5.11.1, 5.11.2; its last
 * coefficients minimax); from 0.7 to 8 as ln Γ(x) = (x − 1)(x − 2) G(x) and ψ(x) = (x − x₀) H(x)
 * with minimax quotients G and H, so that the zeros 1, 2 and x₀ are exact; below by the step to x +
 * 1.
 */
final class GammaFunctions {
  private static final float SMALL = 0.7f;
  private static final float LARGE = 8;

  /** ½ ln 2π − ½. */
  private static final float STIRLING = 0.4189385f;

  /** The zero of ψ, 1.4616321449683623, in two parts. */
  private static final float ZERO_HIGH = 1.4616321f;

  private static final float ZERO_LOW = (float) (1.46163214496836234126 - ZERO_HIGH);

  private GammaFunctions() {}

  static void lgamma(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      if (Logarithm.ordinary(v)) {
        lgamma(v, Logarithm.log(v)).intoArray(y, yo + i);
      } else {
        anyLgamma(x, xo + i, y, yo + i);
      }
    }
  }

  static void digamma(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      if (Logarithm.ordinary(v)) {
        digamma(v).intoArray(y, yo + i);
      } else {
        anyDigamma(x, xo + i, y, yo + i);
      }
    }
  }

  private static FloatVector lgamma(FloatVector x, FloatVector log) {
    VectorMask<Float> small = x.compare(VectorOperators.LT, SMALL);
    VectorMask<Float> large = x.compare(VectorOperators.GE, LARGE);
    FloatVector less = x.sub(1);
    FloatVector from1 = less.blend(x, small);
    FloatVector from2 = x.sub(2).blend(less, small);
    FloatVector at = x.blend(x.add(1), small);
    FloatVector inverse = all(1).div(denominator(at).blend(x, large));
    FloatVector near = numerator(at).mul(inverse).mul(from1).mul(from2);
    near = near.blend(near.sub(log), small);
    return near.blend(stirling(x, log, inverse), large);
  }

  private static FloatVector numerator(FloatVector x) {
    FloatVector p = x.fma(all(4.604356f), all(158.26524f));
    p = p.fma(x, all(822.67175f));
    p = p.fma(x, all(853.15375f));
    return p.fma(x, all(140.95728f));
  }

  private static FloatVector denominator(FloatVector x) {
    FloatVector q = x.add(68.36473f);
    q = q.fma(x, all(700.46747f));
    q = q.fma(x, all(1671.867f));
    q = q.fma(x, all(916.6237f));
    return q.fma(x, all(71.335236f));
  }

  private static FloatVector stirling(FloatVector x, FloatVector log, FloatVector inverse) {
    FloatVector square = inverse.mul(inverse);
    FloatVector p = square.fma(all(0.00079962483f), all(-0.0027781613f));
    p = p.fma(square, all(0.083333336f));
    return x.sub(0.5f).fma(log.sub(1), p.fma(inverse, all(STIRLING)));
  }

  private static FloatVector digamma(FloatVector x) {
    VectorMask<Float> small = x.compare(VectorOperators.LT, SMALL);
    FloatVector at = x.blend(x.add(1), small);
    FloatVector inverse = all(1).div(x);
    FloatVector from = at.sub(ZERO_HIGH).sub(ZERO_LOW);
    FloatVector near = from.mul(ratio(at));
    near = near.blend(near.sub(inverse), small);
    FloatVector square = inverse.mul(inverse);
    FloatVector p = square.fma(all(0.0038248557f), all(-0.0083317775f));
    p = p.fma(square, all(0.08333333f));
    FloatVector far = Logarithm.log(x).sub(inverse.fma(all(0.5f), p.mul(square)));
    return near.blend(far, x.compare(VectorOperators.GE, LARGE));
  }

  private static FloatVector ratio(FloatVector x) {
    FloatVector p = x.fma(all(5.7175035f), all(264.81412f));
    p = p.fma(x, all(2059.4368f));
    p = p.fma(x, all(3835.8062f));
    p = p.fma(x, all(1456.2572f));
    FloatVector q = x.add(78.0071f);
    q = q.fma(x, all(958.2835f));
    q = q.fma(x, all(2932.1274f));
    q = q.fma(x, all(2126.0715f));
    q = q.fma(x, all(0.28204623f));
    return p.div(q);
  }

  private static void anyLgamma(float[] x, int xo, float[] y, int yo) {
    FloatVector v = load(x, xo);
    ends(lgamma(v, Logarithm.anyLog(v)), v, Float.POSITIVE_INFINITY).intoArray(y, yo);
  }

  private static void anyDigamma(float[] x, int xo, float[] y, int yo) {
    FloatVector v = load(x, xo);
    ends(digamma(v), v, Float.NEGATIVE_INFINITY).intoArray(y, yo);
  }

  private static FloatVector ends(FloatVector y, FloatVector x, float atZero) {
    y = y.blend(atZero, x.compare(VectorOperators.EQ, 0));
    y = y.blend(Float.NaN, x.compare(VectorOperators.LT, 0));
    y = y.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
    return y.blend(x, x.compare(VectorOperators.NE, x));
  }
}
