package org.vaelix.cpu.internal.math.plain;

/** Operations on one operand. Each has a loop of its own, which the compiler can work on. */
final class PlainUnary {
  private PlainUnary() {}

  static void negate(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = -x[xo + i];
    }
  }

  static void abs(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Math.abs(x[xo + i]);
    }
  }

  static void sign(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Math.signum(x[xo + i]);
    }
  }

  static void floor(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.floor(x[xo + i]);
    }
  }

  static void exp(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.exp(x[xo + i]);
    }
  }

  static void expm1(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Functions.expm1(x[xo + i]);
    }
  }

  static void log(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.log(x[xo + i]);
    }
  }

  static void log1p(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Functions.log1p(x[xo + i]);
    }
  }

  static void sqrt(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.sqrt(x[xo + i]);
    }
  }

  static void sin(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.sin(x[xo + i]);
    }
  }

  static void cos(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Math.cos(x[xo + i]);
    }
  }

  static void tanh(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Functions.tanh(x[xo + i]);
    }
  }

  static void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Functions.sigmoid(x[xo + i]);
    }
  }

  static void softplus(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Functions.softplus(x[xo + i]);
    }
  }

  static void relu(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Math.max(x[xo + i], 0);
    }
  }

  static void erf(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Functions.erf(x[xo + i]);
    }
  }

  static void lgamma(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Gamma.lgamma(x[xo + i]);
    }
  }

  static void digamma(float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Gamma.digamma(x[xo + i]);
    }
  }

  static void polygamma(int order, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Gamma.polygamma(order, x[xo + i]);
    }
  }
}
