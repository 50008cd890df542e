package org.vaelix.core.internal.reference;

import java.util.Arrays;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * Sums and maxima over axes. The operand is walked once; the result stands still along the reduced
 * axes. The order of the additions depends on the shape only, so the same values give the same
 * bits.
 */
final class Reduction {
  /** Sums up to this length are added straight; longer ones are halved. */
  private static final int SHORT = 128;

  private Reduction() {}

  static Kernel of(Tensor node, double[] x, double[] y) {
    Shape shape = node.operands().get(0).shape();
    Walk walk = new Walk(shape.sizes(), shape.strides(), Walk.stretched(node.shape(), shape));
    int length = walk.length();
    boolean along = walk.stride(1) == 0;
    if (node.op() == Op.SUM) {
      return kernel(
          walk,
          y,
          0,
          along ? at -> y[at[1]] += sum(x, at[0], length) : at -> add(x, at[0], y, at[1], length));
    }
    return kernel(
        walk,
        y,
        Double.NEGATIVE_INFINITY,
        along
            ? at -> y[at[1]] = Math.max(y[at[1]], max(x, at[0], length))
            : at -> max(x, at[0], y, at[1], length));
  }

  private static Kernel kernel(Walk walk, double[] y, double neutral, Walk.Run run) {
    int[] start = new int[2];
    return (seed, step) -> {
      Arrays.fill(y, neutral);
      walk.each(start, run);
    };
  }

  /** Adds in pairs of halves: the rounding error grows with the logarithm of the length only. */
  static double sum(double[] x, int from, int length) {
    if (length > SHORT) {
      int half = length / 2;
      return sum(x, from, half) + sum(x, from + half, length - half);
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    // Four sums, because an addition must wait for the one before it.
    for (int end = from + length - 3; i < end; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < from + length; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static void add(double[] x, int from, double[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += x[from + i];
    }
  }

  private static double max(double[] x, int from, int length) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + length; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  private static void max(double[] x, int from, double[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] = Math.max(y[to + i], x[from + i]);
    }
  }
}
