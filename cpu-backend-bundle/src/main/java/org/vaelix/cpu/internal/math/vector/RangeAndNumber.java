package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Operations on two operands of which one is the same for every element. */
final class RangeAndNumber {
  private RangeAndNumber() {}

  static void add(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).add(number).intoArray(y, yo + i);
    }
  }

  static void subtract(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).sub(number).intoArray(y, yo + i);
    }
  }

  static void multiply(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).mul(number).intoArray(y, yo + i);
    }
  }

  static void divide(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).div(number).intoArray(y, yo + i);
    }
  }

  static void maximum(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).max(number).intoArray(y, yo + i);
    }
  }

  static void minimum(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).min(number).intoArray(y, yo + i);
    }
  }

  static void less(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.LT, number);
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void lessOrEqual(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.LE, number);
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void equal(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.EQ, number);
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void greater(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.GT, number);
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void greaterOrEqual(float[] a, int ao, float b, float[] y, int yo, int n) {
    FloatVector number = all(b);
    for (int i = 0; i < n; i += COUNT) {
      var holds = load(a, ao + i).compare(VectorOperators.GE, number);
      all(0).blend(1, holds).intoArray(y, yo + i);
    }
  }

  static void subtractFrom(float[] b, int bo, float a, float[] y, int yo, int n) {
    FloatVector number = all(a);
    for (int i = 0; i < n; i += COUNT) {
      number.sub(load(b, bo + i)).intoArray(y, yo + i);
    }
  }

  static void divideInto(float[] b, int bo, float a, float[] y, int yo, int n) {
    FloatVector number = all(a);
    for (int i = 0; i < n; i += COUNT) {
      number.div(load(b, bo + i)).intoArray(y, yo + i);
    }
  }
}
