package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.ROUNDER;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;
import static org.vaelix.cpu.internal.math.vector.Lanes.signed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * e^x and e^x − 1: x = n ln 2 + r (Cody and Waite 1980, ln 2 in two parts), e^r = 1 + r + r² q(r)
 * with a minimax polynomial q, and 2ⁿ put together from its bits.
 */
final class Exponential {
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6931472f;
  private static final float LN2_LOW = -1.9046542e-9f;

  /**
   * The bits of {@link Lanes#ROUNDER} plus the largest and the smallest n that make a difference.
   */
  private static final int HIGHEST = 0x4B400000 + 128;

  private static final int LOWEST = 0x4B400000 - 127;

  /** Beyond it the result is 0 or infinite, and r is no longer small. */
  private static final float HUGE = 1e4f;

  private static final int BITS_OF_ONE = 0x3F800000;
  private static final int BITS_OF_HALF = 0x3F000000;

  /** Where e^x − 1 is infinite, and where it is −1. */
  private static final float TOP = 89;

  private static final float BOTTOM = -20;

  private Exponential() {}

  /**
   * e^x; 0 where that would be below the smallest normal number. Here n is ⌊x / ln 2⌋, so that e^r
   * is at least 1 and 2ⁿ is normal whenever the result is.
   */
  static void exp(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector shifted = v.fma(all(LOG2_E), all(-0.5f)).add(ROUNDER);
      FloatVector whole = shifted.sub(ROUNDER);
      FloatVector r = whole.fma(all(-LN2_LOW), whole.fma(all(-LN2_HIGH), v));
      r = r.blend(0, v.abs().compare(VectorOperators.GT, HUGE));
      FloatVector q = r.fma(all(0.0019180829f), all(0.007859134f));
      q = q.fma(r, all(0.041860383f)).fma(r, all(0.16663064f)).fma(r, all(0.5000024f));
      FloatVector p = r.mul(r).fma(q, r).add(1);
      IntVector bits = shifted.reinterpretAsInts().min(HIGHEST).max(LOWEST);
      IntVector power = bits.lanewise(VectorOperators.LSHL, 23).add(BITS_OF_ONE);
      p.mul(power.reinterpretAsFloats()).intoArray(y, yo + i);
    }
  }

  /** e^x − 1. Here n is x / ln 2 rounded to nearest; halves keep 2ⁿ⁻¹ finite. */
  static void expm1(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector inside = v.blend(TOP, v.compare(VectorOperators.GT, TOP));
      inside = inside.blend(BOTTOM, v.compare(VectorOperators.LT, BOTTOM));
      FloatVector shifted = inside.fma(all(LOG2_E), all(ROUNDER));
      FloatVector whole = shifted.sub(ROUNDER);
      FloatVector r = whole.fma(all(-LN2_LOW), whole.fma(all(-LN2_HIGH), inside));
      FloatVector q = r.fma(all(0.0013871858f), all(0.0083668735f));
      q = q.fma(r, all(0.04166743f)).fma(r, all(0.16666542f)).fma(r, all(0.49999997f));
      FloatVector p = r.mul(r).fma(q, r);
      IntVector bits = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
      FloatVector half = bits.add(BITS_OF_HALF).reinterpretAsFloats();
      FloatVector result = p.fma(half, half.sub(0.5f));
      signed(result.add(result), v).intoArray(y, yo + i);
    }
  }
}
