package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;
import static org.vaelix.cpu.internal.math.vector.Lanes.signed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The error function: x + x P(x²) near 0, else 1 − e^−t q(t) with t = |x|, both minimax
 * polynomials.
 */
final class ErrorFunction {
  private static final float MIDDLE = 0.93f;

  /** From here on the result is 1. */
  private static final float SATURATED = 3.95f;

  private ErrorFunction() {}

  static void erf(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector size = v.abs();
      FloatVector far = far(size.blend(SATURATED, size.compare(VectorOperators.GT, SATURATED)));
      FloatVector erf = near(size).blend(far, size.compare(VectorOperators.GT, MIDDLE));
      signed(erf, v).intoArray(y, yo + i);
    }
  }

  private static FloatVector near(FloatVector t) {
    FloatVector u = t.mul(t);
    FloatVector p = u.fma(all(-0.0005925125f), all(0.0049806875f));
    p = p.fma(u, all(-0.026758565f));
    p = p.fma(u, all(0.11281618f));
    p = p.fma(u, all(-0.3761248f));
    p = p.fma(u, all(0.12837915f));
    return p.fma(t, t);
  }

  private static FloatVector far(FloatVector t) {
    FloatVector q = t.fma(all(1.1232451e-5f), all(-0.00032281532f));
    q = q.fma(t, all(0.00364251f));
    q = q.fma(t, all(-0.023762185f));
    q = q.fma(t, all(0.10623704f));
    q = q.fma(t, all(0.6351512f));
    q = q.fma(t, all(1.1286485f));
    return all(1).sub(Exponential.exp(q.mul(t).neg()));
  }
}
