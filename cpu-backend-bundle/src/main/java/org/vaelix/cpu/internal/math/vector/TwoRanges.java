package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;

import jdk.incubator.vector.VectorOperators;

/** Operations on two operands, both of them ranges, and the choice between them. */
final class TwoRanges {
  private TwoRanges() {}

  static void add(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).add(load(b, bo + i)).intoArray(y, yo + i);
    }
  }

  static void subtract(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).sub(load(b, bo + i)).intoArray(y, yo + i);
    }
  }

  static void multiply(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).mul(load(b, bo + i)).intoArray(y, yo + i);
    }
  }

  static void divide(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).div(load(b, bo + i)).intoArray(y, yo + i);
    }
  }

  static void maximum(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).max(load(b, bo + i)).intoArray(y, yo + i);
    }
  }

  static void minimum(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).min(load(b, bo + i)).intoArray(y, yo + i);
    }
  }

  static void less(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.LT, load(b, bo + i));
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void lessOrEqual(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.LE, load(b, bo + i));
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void equal(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.EQ, load(b, bo + i));
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void select(
      float[] c, int co, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(c, co + i).compare(VectorOperators.NE, 0);
      load(b, bo + i).blend(load(a, ao + i), holds).intoArray(y, yo + i);
    }
  }
}
