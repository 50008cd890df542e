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

  private static final int ONE = 0x3F800000;
  private static final int HALF = 0x3F000000;
  private static final float TOP = 89;
  private static final float BOTTOM = -20;

  private Exponential() {}

  static void exp(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      exp(load(x, xo + i)).intoArray(y, yo + i);
    }
  }

  static void expm1(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector inside = v.blend(TOP, v.compare(VectorOperators.GT, TOP));
      inside = inside.blend(BOTTOM, v.compare(VectorOperators.LT, BOTTOM));
      signed(expm1(inside), v).intoArray(y, yo + i);
    }
  }

  /**
   * {@return e^x; 0 where that would be below the smallest normal number} Here n is ⌊x / ln 2⌋, so
   * that e^r is at least 1 and 2ⁿ is normal whenever the result is.
   */
  static FloatVector exp(FloatVector x) {
    FloatVector shifted = x.fma(all(LOG2_E), all(-0.5f)).add(ROUNDER);
    FloatVector n = shifted.sub(ROUNDER);
    FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), x));
    r = r.blend(0, x.abs().compare(VectorOperators.GT, HUGE));
    FloatVector q = r.fma(all(0.0019180829f), all(0.007859134f));
    q = q.fma(r, all(0.041860383f));
    q = q.fma(r, all(0.16663064f));
    q = q.fma(r, all(0.5000024f));
    FloatVector p = r.mul(r).fma(q, r).add(1);
    IntVector whole = shifted.reinterpretAsInts().min(HIGHEST).max(LOWEST);
    IntVector power = whole.lanewise(VectorOperators.LSHL, 23).add(ONE);
    return p.mul(power.reinterpretAsFloats());
  }

  /**
   * {@return e^x − 1 for x from −20 to 89, which stand for all beyond} Here n is x / ln 2 rounded
   * to nearest; halves keep 2ⁿ⁻¹ finite.
   */
  static FloatVector expm1(FloatVector x) {
    FloatVector shifted = x.fma(all(LOG2_E), all(ROUNDER));
    FloatVector n = shifted.sub(ROUNDER);
    FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), x));
    FloatVector q = r.fma(all(0.0013871858f), all(0.0083668735f));
    q = q.fma(r, all(0.04166743f));
    q = q.fma(r, all(0.16666542f));
    q = q.fma(r, all(0.49999997f));
    FloatVector p = r.mul(r).fma(q, r);
    IntVector bits = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(HALF);
    FloatVector half = bits.reinterpretAsFloats();
    return p.fma(half, half.sub(0.5f)).mul(2);
  }
}
