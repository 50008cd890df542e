package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;
import static org.vaelix.cpu.internal.math.vector.Lanes.positivePart;
import static org.vaelix.cpu.internal.math.vector.Lanes.signed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The functions between two asymptotes, out of exponentials of what is never positive. */
final class Sigmoids {
  /** From here on tanh is 1. */
  private static final float SATURATED = 10;

  private Sigmoids() {}

  /** tanh |x| = −t/(2 + t), t = e^−2|x| − 1. */
  static void tanh(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector size = v.abs();
      size = size.blend(SATURATED, size.compare(VectorOperators.GT, SATURATED));
      FloatVector t = Exponential.expm1(size.mul(-2));
      signed(t.div(t.add(2)).abs(), v).intoArray(y, yo + i);
    }
  }

  /** e^min(x, 0)/(1 + e^−|x|). */
  static void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector e = Exponential.exp(v.abs().neg());
      FloatVector above = all(1).blend(e, v.compare(VectorOperators.LT, 0));
      above.div(e.add(1)).intoArray(y, yo + i);
    }
  }

  /** max(x, 0) + ln(1 + e), e = e^−|x|, where ln(1 + e) = 2 artanh(e/(2 + e)). */
  static void softplus(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector e = Exponential.exp(v.abs().neg());
      FloatVector s = e.div(e.add(2));
      FloatVector square = s.mul(s);
      FloatVector p = square.fma(all(0.28036335f), all(0.2799721f));
      p = p.fma(square, all(0.40021783f));
      p = p.fma(square, all(0.6666641f));
      FloatVector log = s.mul(square).fma(p, s.add(s));
      positivePart(v).add(log).intoArray(y, yo + i);
    }
  }
}
