package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;
import static org.vaelix.cpu.internal.math.vector.Lanes.signed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Operations on one operand that are exact or rounded once. */
final class Simple {
  /** From here on every float is whole. */
  private static final float WHOLE = 0x1p23f;

  private Simple() {}

  static void negate(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).neg().intoArray(y, yo + i);
    }
  }

  static void abs(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).abs().intoArray(y, yo + i);
    }
  }

  static void sign(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector sign = v.blend(1, v.compare(VectorOperators.GT, 0));
      sign.blend(-1, v.compare(VectorOperators.LT, 0)).intoArray(y, yo + i);
    }
  }

  /** Rounds by adding and taking away 2²³, then goes one down where that went up. */
  static void floor(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(x, xo + i);
      FloatVector size = v.abs();
      FloatVector near = signed(size.add(WHOLE).sub(WHOLE), v);
      FloatVector floor = near.blend(near.sub(1), near.compare(VectorOperators.GT, v));
      floor.blend(v, size.compare(VectorOperators.GE, WHOLE)).intoArray(y, yo + i);
    }
  }

  static void sqrt(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).sqrt().intoArray(y, yo + i);
    }
  }

  static void relu(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(x, xo + i).max(0).intoArray(y, yo + i);
    }
  }
}
