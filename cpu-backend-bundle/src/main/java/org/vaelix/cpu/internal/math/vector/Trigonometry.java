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

  static void sin(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      if (near(v)) {
        rotate(v, 0).intoArray(y, yo + i);
      } else {
        any(x, xo + i, y, yo + i, 0);
      }
    }
  }

  static void cos(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      if (near(v)) {
        rotate(v, 1).intoArray(y, yo + i);
      } else {
        any(x, xo + i, y, yo + i, 1);
      }
    }
  }

  private static boolean near(FloatVector x) {
    return x.abs().compare(VectorOperators.LE, LIMIT).allTrue();
  }

  /** {@return sin(x + quadrants·π/2)} */
  private static FloatVector rotate(FloatVector x, int quadrants) {
    FloatVector shifted = x.fma(all(TWO_OVER_PI), all(ROUNDER));
    FloatVector n = shifted.sub(ROUNDER);
    FloatVector r = n.fma(all(-HALF_PI_1), x);
    r = n.fma(all(-HALF_PI_2), r);
    r = n.fma(all(-HALF_PI_3), r);
    return quadrant(r, shifted.reinterpretAsInts().add(quadrants));
  }

  /** {@return sin(r + q π/2)} For |r| up to π/4; only the last two bits of q matter. */
  static FloatVector quadrant(FloatVector r, IntVector q) {
    IntVector sine = sine(r).reinterpretAsInts();
    IntVector cosine = cosine(r).reinterpretAsInts();
    IntVector odd = q.and(1).neg();
    IntVector sign = q.and(2).lanewise(VectorOperators.LSHL, 30);
    IntVector chosen = sine.and(odd.not()).or(cosine.and(odd));
    return chosen.lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
  }

  private static FloatVector sine(FloatVector r) {
    FloatVector u = r.mul(r);
    FloatVector p = u.fma(all(-0.00019518283f), all(0.008332189f));
    p = p.fma(u, all(-0.16666655f));
    return signed(p.fma(u.mul(r), r), r);
  }

  private static FloatVector cosine(FloatVector r) {
    FloatVector u = r.mul(r);
    FloatVector p = u.fma(all(2.4432327e-5f), all(-0.001388731f));
    p = p.fma(u, all(0.041666646f));
    return p.fma(u.mul(u), u.fma(all(-0.5f), all(1)));
  }

  private static void any(float[] x, int xo, float[] y, int yo, int quadrants) {
    float[] near = Lanes.rest()[Lanes.WORK];
    rotate(load(x, xo), quadrants).intoArray(near, 0);
    for (int i = 0; i < COUNT; i++) {
      float v = x[xo + i];
      double far = quadrants == 0 ? Math.sin(v) : Math.cos(v);
      y[yo + i] = Math.abs(v) <= LIMIT ? near[i] : (float) far;
    }
  }
}
