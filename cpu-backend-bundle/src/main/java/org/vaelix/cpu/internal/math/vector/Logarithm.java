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
 * minimax polynomial Q. Vectors that hold anything but positive normal numbers take a way of their
 * own.
 */
final class Logarithm {
  /** The bits of √½. */
  private static final int ROOT_HALF = 0x3F3504F3;

  private static final int MANTISSA = 0x007FFFFF;
  private static final int ROUNDER_BITS = 0x4B400000;
  private static final float LN2_HIGH = 0.6931472f;
  private static final float LN2_LOW = -1.9046542e-9f;

  /** Moves denormal numbers up among the normal ones. */
  private static final float UP = 0x1p23f;

  private static final float LN_UP = 15.942385f;

  private Logarithm() {}

  static void log(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      if (ordinary(v)) {
        log(v).intoArray(y, yo + i);
      } else {
        anyLog(x, xo + i, y, yo + i);
      }
    }
  }

  static void log1p(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector u = v.add(1);
      if (ordinary(u)) {
        signed(log1p(v, u), v).intoArray(y, yo + i);
      } else {
        anyLog1p(x, xo + i, y, yo + i);
      }
    }
  }

  /** {@return whether all are positive, normal and finite}: one comparison of moved bits. */
  static boolean ordinary(FloatVector x) {
    IntVector moved = x.reinterpretAsInts().add(0x7F800000);
    return moved.compare(VectorOperators.LT, 0xFF000000).allTrue();
  }

  /** {@return ln x for positive, normal, finite x; anything else elsewhere} */
  static FloatVector log(FloatVector x) {
    IntVector moved = x.reinterpretAsInts().sub(ROOT_HALF);
    FloatVector m = moved.and(MANTISSA).add(ROOT_HALF).reinterpretAsFloats();
    return assemble(exponent(moved), m.sub(1));
  }

  /** As {@link #log}, where what was lost in u = 1 + x is brought back, scaled, in f. */
  private static FloatVector log1p(FloatVector x, FloatVector u) {
    FloatVector back = u.sub(1);
    FloatVector lost = all(1).sub(u.sub(back)).add(x.sub(back));
    IntVector moved = u.reinterpretAsInts().sub(ROOT_HALF);
    FloatVector m = moved.and(MANTISSA).add(ROOT_HALF).reinterpretAsFloats();
    // The bits of 2⁻ⁿ, or of 0 where n is so large that nothing lost matters.
    IntVector shift = moved.lanewise(VectorOperators.ASHR, 23).lanewise(VectorOperators.LSHL, 23);
    FloatVector scale = shift.neg().add(0x3F800000).max(0).reinterpretAsFloats();
    return assemble(exponent(moved), lost.fma(scale, m.sub(1)));
  }

  private static FloatVector exponent(IntVector moved) {
    IntVector n = moved.lanewise(VectorOperators.ASHR, 23).add(ROUNDER_BITS);
    return n.reinterpretAsFloats().sub(Lanes.ROUNDER);
  }

  private static FloatVector assemble(FloatVector n, FloatVector f) {
    FloatVector q = f.fma(all(-0.07619049f), all(0.1291294f));
    q = q.fma(f, all(-0.13248068f));
    q = q.fma(f, all(0.14180854f));
    q = q.fma(f, all(-0.16608411f));
    q = q.fma(f, all(0.20002005f));
    q = q.fma(f, all(-0.2500161f));
    q = q.fma(f, all(0.33333325f));
    q = q.fma(f, all(-0.49999988f));
    FloatVector rest = f.mul(f).fma(q, n.mul(LN2_LOW)).add(f);
    return n.fma(all(LN2_HIGH), rest);
  }

  private static void anyLog(float[] x, int xo, float[] y, int yo) {
    FloatVector v = load(x, xo);
    anyLog(v).intoArray(y, yo);
  }

  /** {@return ln x for every x} */
  static FloatVector anyLog(FloatVector x) {
    var tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
    FloatVector log = log(x.blend(x.mul(UP), tiny));
    log = log.blend(log.sub(LN_UP), tiny);
    return ends(log, x);
  }

  private static void anyLog1p(float[] x, int xo, float[] y, int yo) {
    FloatVector v = load(x, xo);
    FloatVector u = v.add(1);
    signed(ends(log1p(v, u), u), v).intoArray(y, yo);
  }

  private static FloatVector ends(FloatVector log, FloatVector x) {
    log = log.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
    log = log.blend(Float.NaN, x.compare(VectorOperators.LT, 0));
    log = log.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
    return log.blend(x, x.compare(VectorOperators.NE, x));
  }
}
