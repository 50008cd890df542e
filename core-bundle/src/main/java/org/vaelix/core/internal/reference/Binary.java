package org.vaelix.core.internal.reference;

import org.vaelix.core.graph.Tensor;

/** Operations on two operands, value by value. */
final class Binary {
  private Binary() {}

  /** One line of an operation: y[i] = a[i] ∘ b[i], each from its own start. */
  @FunctionalInterface
  interface Line {
    void compute(double[] a, int p, double[] b, int q, double[] y, int r, int n);
  }

  static Kernel of(Tensor node, double[][] x, double[] y) {
    return kernel(node, x, y, line(node));
  }

  static Kernel kernel(Tensor node, double[][] x, double[] y, Line line) {
    Broadcasting broadcasting = new Broadcasting(node, x, y);
    Broadcasting.Line onTwo =
        (from, at, to, start, n) -> line.compute(from[0], at[0], from[1], at[1], to, start, n);
    return (seed, step) -> broadcasting.run(onTwo);
  }

  private static Line line(Tensor node) {
    return switch (node.op()) {
      case ADD -> Binary::add;
      case SUBTRACT -> Binary::subtract;
      case MULTIPLY -> Binary::multiply;
      case DIVIDE -> Binary::divide;
      case POWER -> Binary::power;
      case MAXIMUM -> Binary::maximum;
      case MINIMUM -> Binary::minimum;
      default -> throw new AssertionError(node.op());
    };
  }

  private static void add(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = a[p + i] + b[q + i];
    }
  }

  private static void subtract(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = a[p + i] - b[q + i];
    }
  }

  private static void multiply(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = a[p + i] * b[q + i];
    }
  }

  private static void divide(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = a[p + i] / b[q + i];
    }
  }

  private static void power(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = Math.pow(a[p + i], b[q + i]);
    }
  }

  private static void maximum(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = Math.max(a[p + i], b[q + i]);
    }
  }

  private static void minimum(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = Math.min(a[p + i], b[q + i]);
    }
  }
}
