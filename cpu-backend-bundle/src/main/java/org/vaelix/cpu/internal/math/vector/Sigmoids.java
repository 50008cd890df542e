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
  private Sigmoids() {}

  /** −|x|. */
  static void down(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).abs().neg().intoArray(y, yo + i);
    }
  }

  /** −2|x|. */
  static void twiceDown(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).abs().mul(-2).intoArray(y, yo + i);
    }
  }

  /** tanh |x| = −t/(2 + t), t = e^−2|x| − 1. */
  static void tanh(float[] x, int xo, float[] t, int to, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(t, to + i);
      signed(v.div(v.add(2)).abs(), load(x, xo + i)).intoArray(y, yo + i);
    }
  }

  /** e^min(x, 0)/(1 + e), e = e^−|x|. */
  static void sigmoid(float[] x, int xo, float[] e, int eo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(e, eo + i);
      var negative = load(x, xo + i).compare(VectorOperators.LT, 0);
      all(1).blend(v, negative).div(v.add(1)).intoArray(y, yo + i);
    }
  }

  /** max(x, 0) + ln(1 + e), e = e^−|x|, where ln(1 + e) = 2 artanh(e/(2 + e)), minimax. */
  static void softplus(float[] x, int xo, float[] e, int eo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(e, eo + i);
      FloatVector s = v.div(v.add(2));
      FloatVector u = s.mul(s);
      FloatVector p = u.fma(all(0.28036335f), all(0.2799721f));
      p = p.fma(u, all(0.40021783f)).fma(u, all(0.6666641f));
      FloatVector log = s.mul(u).fma(p, s.add(s));
      positivePart(load(x, xo + i)).add(log).intoArray(y, yo + i);
    }
  }
}
