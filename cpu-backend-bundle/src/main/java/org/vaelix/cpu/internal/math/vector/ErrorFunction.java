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
  private static final FloatVector MIDDLE = all(0.93f);

  /** From here on the result is 1. */
  private static final FloatVector SATURATED = all(3.95f);

  private static final FloatVector ONE = all(1);
  private static final FloatVector P0 = all(0.12837915f);
  private static final FloatVector P1 = all(-0.3761248f);
  private static final FloatVector P2 = all(0.11281618f);
  private static final FloatVector P3 = all(-0.026758565f);
  private static final FloatVector P4 = all(0.0049806875f);
  private static final FloatVector P5 = all(-0.0005925125f);
  private static final FloatVector Q0 = all(1.1286485f);
  private static final FloatVector Q1 = all(0.6351512f);
  private static final FloatVector Q2 = all(0.10623704f);
  private static final FloatVector Q3 = all(-0.023762185f);
  private static final FloatVector Q4 = all(0.00364251f);
  private static final FloatVector Q5 = all(-0.00032281532f);
  private static final FloatVector Q6 = all(1.1232451e-5f);

  private ErrorFunction() {}

  /** −t q(t). */
  static void exponent(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector t = load(x, xo + i).abs();
      t = t.blend(SATURATED, t.compare(VectorOperators.GT, SATURATED));
      FloatVector q = t.fma(Q6, Q5).fma(t, Q4).fma(t, Q3).fma(t, Q2).fma(t, Q1).fma(t, Q0);
      q.mul(t).neg().intoArray(y, yo + i);
    }
  }

  /** Chooses between the polynomial and 1 less the other's exponential. */
  static void erf(float[] x, int xo, float[] complement, int co, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector t = v.abs();
      FloatVector u = t.mul(t);
      FloatVector p = u.fma(P5, P4).fma(u, P3).fma(u, P2).fma(u, P1).fma(u, P0).fma(t, t);
      FloatVector far = ONE.sub(load(complement, co + i));
      FloatVector erf = p.blend(far, t.compare(VectorOperators.GT, MIDDLE));
      signed(erf, v).intoArray(y, yo + i);
    }
  }
}
