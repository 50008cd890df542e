package org.vaelix.core.internal.reference;

import org.vaelix.core.graph.Tensor;

/** Truth values, 0 or 1, and the choice by them. */
final class Comparison {
  private Comparison() {}

  static Kernel of(Tensor node, double[][] x, double[] y) {
    return switch (node.op()) {
      case LESS -> Binary.kernel(node, x, y, Comparison::less);
      case LESS_OR_EQUAL -> Binary.kernel(node, x, y, Comparison::lessOrEqual);
      case EQUAL -> Binary.kernel(node, x, y, Comparison::equal);
      case SELECT -> {
        Broadcasting broadcasting = new Broadcasting(node, x, y);
        yield (seed, step) -> broadcasting.run(Comparison::select);
      }
      default -> throw new AssertionError(node.op());
    };
  }

  private static void less(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = a[p + i] < b[q + i] ? 1 : 0;
    }
  }

  private static void lessOrEqual(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = a[p + i] <= b[q + i] ? 1 : 0;
    }
  }

  private static void equal(double[] a, int p, double[] b, int q, double[] y, int r, int n) {
    for (int i = 0; i < n; i++) {
      y[r + i] = a[p + i] == b[q + i] ? 1 : 0;
    }
  }

  private static void select(double[][] x, int[] at, double[] y, int start, int length) {
    for (int i = 0; i < length; i++) {
      boolean holds = x[0][at[0] + i] != 0;
      y[start + i] = holds ? x[1][at[1] + i] : x[2][at[2] + i];
    }
  }
}
