package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;
import static org.vaelix.cpu.internal.math.vector.Lanes.signed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * ln x and ln(1 + x): x = 2ⁿ(1 + f) with 1 + f from √½ to √2, ln(1 + f) = f + f² Q(f) with a
 * minimax polynomial Q.
 */
final class Logarithm {
  private static final Loop LOG = Loop.of(Logarithm.class, "log");

  /** The bits of √½. */
  private static final int ROOT_HALF = 0x3F3504F3;

  private static final int MANTISSA = 0x007FFFFF;
  private static final int ROUNDER_BITS = 0x4B400000;
  private static final float LN2_HIGH = 0.6931472f;
  private static final float LN2_LOW = -1.9046542e-9f;

  /**
   * Adds to the bits of positive normal finite numbers, and of no other, up to less than the next.
   */
  private static final int MOVE = 0x7F800000;

  private static final int MOVED_INFINITY = 0xFF000000;

  /** Moves denormal numbers up among the normal ones. */
  private static final float UP = 0x1p23f;

  private static final float LN_UP = 15.942385f;

  private Logarithm() {}

  /** ln x. Vectors that hold anything but positive normal numbers take a way of their own. */
  static void log(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      IntVector bits = v.reinterpretAsInts();
      if (bits.add(MOVE).compare(VectorOperators.LT, MOVED_INFINITY).allTrue()) {
        IntVector moved = bits.sub(ROOT_HALF);
        FloatVector m = moved.and(MANTISSA).add(ROOT_HALF).reinterpretAsFloats();
        IntVector exponent = moved.lanewise(VectorOperators.ASHR, 23).add(ROUNDER_BITS);
        FloatVector whole = exponent.reinterpretAsFloats().sub(Lanes.ROUNDER);
        FloatVector f = m.sub(1);
        FloatVector q = f.fma(all(-0.07619049f), all(0.1291294f));
        q = q.fma(f, all(-0.13248068f)).fma(f, all(0.14180854f)).fma(f, all(-0.16608411f));
        q = q.fma(f, all(0.20002005f)).fma(f, all(-0.2500161f)).fma(f, all(0.33333325f));
        q = q.fma(f, all(-0.49999988f));
        FloatVector rest = f.mul(f).fma(q, whole.mul(LN2_LOW)).add(f);
        whole.fma(all(LN2_HIGH), rest).intoArray(y, yo + i);
      } else {
        mend(x, xo + i, y, yo + i);
      }
    }
  }

  /** Sends a vector through the loop with harmless numbers in place of those that need care. */
  private static void mend(float[] x, int xo, float[] y, int yo) {
    float[] harmless = Lanes.rest()[Lanes.WORK];
    for (int i = 0; i < COUNT; i++) {
      float v = x[xo + i];
      boolean ordinary = v >= Float.MIN_NORMAL && v <= Float.MAX_VALUE;
      harmless[i] = ordinary ? v : v > 0 && v < 1 ? v * UP : 1;
    }
    LOG.run(harmless, 0, harmless, 0, COUNT);
    for (int i = 0; i < COUNT; i++) {
      y[yo + i] = mended(x[xo + i], harmless[i]);
    }
  }

  private static float mended(float x, float log) {
    if (x >= Float.MIN_NORMAL) {
      return x <= Float.MAX_VALUE ? log : x;
    }
    if (x > 0) {
      return log - LN_UP;
    }
    return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
  }

  /** 1 + x. */
  static void oneMore(float[] x, int xo, float[] u, int uo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).add(1).intoArray(u, uo + i);
    }
  }

  /**
   * ln(1 + x) out of the logarithm of u = 1 + x rounded: what was lost in rounding (Knuth, The Art
   * of Computer Programming, 4.2.2) comes back divided by u. Where the logarithm is infinite it is
   * the result.
   */
  static void log1p(float[] x, int xo, float[] log, int lo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector ln = load(log, lo + i);
      FloatVector u = v.add(1);
      FloatVector back = u.sub(1);
      FloatVector lost = all(1).sub(u.sub(back)).add(v.sub(back));
      FloatVector sum = ln.add(lost.div(u));
      var infinite = ln.abs().compare(VectorOperators.EQ, Float.POSITIVE_INFINITY);
      signed(sum.blend(ln, infinite), v).intoArray(y, yo + i);
    }
  }
}
