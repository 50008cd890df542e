package org.vaelix.cpu.internal.math.plain;

/** Operations on two operands of which one is the same for every element. */
final class PlainScalar {
  private PlainScalar() {}

  static void add(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] + b;
    }
  }

  static void subtract(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] - b;
    }
  }

  static void multiply(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] * b;
    }
  }

  static void divide(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] / b;
    }
  }

  static void power(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.pow(a[ao + i], b);
    }
  }

  static void maximum(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Math.max(a[ao + i], b);
    }
  }

  static void minimum(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Math.min(a[ao + i], b);
    }
  }

  static void less(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] < b ? 1 : 0;
    }
  }

  static void lessOrEqual(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] <= b ? 1 : 0;
    }
  }

  static void equal(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] == b ? 1 : 0;
    }
  }

  static void greater(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] > b ? 1 : 0;
    }
  }

  static void greaterOrEqual(float[] a, int ao, float b, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a[ao + i] >= b ? 1 : 0;
    }
  }

  static void subtractFrom(float a, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a - b[bo + i];
    }
  }

  static void divideInto(float a, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = a / b[bo + i];
    }
  }

  static void powerOf(float a, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.pow(a, b[bo + i]);
    }
  }
}
