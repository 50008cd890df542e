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
 * Sine and cosine: x = n π/2 + r (Cody and Waite 1980, π/2 in three parts), minimax polynomials in
 * r², the quadrant from n's last bits. Elements beyond 10⁴ are computed in double precision.
 */
final class Trigonometry {
  private static final float LIMIT = 1e4f;
  private static final float TWO_OVER_PI = 0.63661975f;
  private static final float HALF_PI_1 = 1.5707964f;
  private static final float HALF_PI_2 = -4.371139e-8f;
  private static final float HALF_PI_3 = -1.7151245e-15f;

  private Trigonometry() {}

  /** r. */
  static void remainder(float[] x, int xo, float[] r, int ro, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector whole = v.fma(all(TWO_OVER_PI), all(ROUNDER)).sub(ROUNDER);
      FloatVector rest = whole.fma(all(-HALF_PI_2), whole.fma(all(-HALF_PI_1), v));
      whole.fma(all(-HALF_PI_3), rest).intoArray(r, ro + i);
    }
  }

  /** n, in the last bits of a number. */
  static void quadrant(float[] x, int xo, float[] q, int qo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).fma(all(TWO_OVER_PI), all(ROUNDER)).intoArray(q, qo + i);
    }
  }

  /** The next quadrant: turns a sine into a cosine. */
  static void next(float[] q, int qo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(q, qo + i).reinterpretAsInts().add(1).reinterpretAsFloats().intoArray(y, yo + i);
    }
  }

  /** sin(r + q π/2) for |r| up to π/4; only the last two bits of q matter. */
  static void turn(float[] r, int ro, float[] q, int qo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(r, ro + i);
      IntVector quadrant = load(q, qo + i).reinterpretAsInts();
      FloatVector u = v.mul(v);
      FloatVector s = u.fma(all(-0.00019518283f), all(0.008332189f)).fma(u, all(-0.16666655f));
      FloatVector c = u.fma(all(2.4432327e-5f), all(-0.001388731f)).fma(u, all(0.041666646f));
      FloatVector sine = signed(s.fma(u.mul(v), v), v);
      FloatVector cosine = c.fma(u.mul(u), u.fma(all(-0.5f), all(1)));
      IntVector even = quadrant.and(1).sub(1);
      IntVector chosen = sine.reinterpretAsInts().and(even);
      chosen = chosen.or(cosine.reinterpretAsInts().lanewise(VectorOperators.AND_NOT, even));
      IntVector sign = quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
      IntVector bits = chosen.lanewise(VectorOperators.XOR, sign);
      bits.reinterpretAsFloats().intoArray(y, yo + i);
    }
  }

  /** Keeps what was computed where it holds; the sign of a zero was lost. */
  static void sin(float[] x, int xo, float[] near, int no, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      if (v.abs().compare(VectorOperators.LE, LIMIT).allTrue()) {
        load(near, no + i).blend(v, v.compare(VectorOperators.EQ, 0)).intoArray(y, yo + i);
      } else {
        for (int j = i; j < i + COUNT; j++) {
          float single = x[xo + j];
          boolean holds = Math.abs(single) <= LIMIT && single != 0;
          y[yo + j] = holds ? near[no + j] : (float) Math.sin(single);
        }
      }
    }
  }

  /** Keeps what was computed where it holds. */
  static void cos(float[] x, int xo, float[] near, int no, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      if (load(x, xo + i).abs().compare(VectorOperators.LE, LIMIT).allTrue()) {
        load(near, no + i).intoArray(y, yo + i);
      } else {
        for (int j = i; j < i + COUNT; j++) {
          float v = x[xo + j];
          y[yo + j] = Math.abs(v) <= LIMIT ? near[no + j] : (float) Math.cos(v);
        }
      }
    }
  }
}
