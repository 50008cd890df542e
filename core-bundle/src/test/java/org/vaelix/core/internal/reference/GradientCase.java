package org.vaelix.core.internal.reference;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * One formula whose gradient is compared with finite differences.
 *
 * @param op the operation that it is about
 * @param name beside the operation's
 * @param operands where the gradient is taken
 * @param formula of the operands
 * @param step how far the finite differences step
 * @param isSmooth whether the gradient's own gradient is compared too
 */
record GradientCase(
    Op op,
    String name,
    List<HostArray> operands,
    Function<List<Tensor>, Tensor> formula,
    Step step,
    boolean isSmooth) {

  /** A step is a power of two, so that a number plus or minus it is exact. */
  enum Step {
    /** For functions that vary on the scale of 1. */
    ABSOLUTE {
      @Override
      double at(double x) {
        return 0x1p-10;
      }
    },
    /** For functions that vary on the scale of their argument, near 0 above all. */
    RELATIVE {
      @Override
      double at(double x) {
        return 0x1p-10 * Math.scalb(1.0, Math.getExponent(x));
      }
    };

    abstract double at(double x);
  }

  static GradientCase smooth(
      Op op, String name, List<HostArray> operands, Function<List<Tensor>, Tensor> formula) {
    return new GradientCase(op, name, operands, formula, Step.ABSOLUTE, true);
  }

  static GradientCase kinked(
      Op op, String name, List<HostArray> operands, Function<List<Tensor>, Tensor> formula) {
    return new GradientCase(op, name, operands, formula, Step.ABSOLUTE, false);
  }

  GradientCase relative() {
    return new GradientCase(op, name, operands, formula, Step.RELATIVE, isSmooth);
  }

  /** {@return numbers evenly spread between two, in an order that depends on the seed} */
  static HostArray numbers(Shape shape, long seed, double low, double high) {
    double[] values = new double[shape.elements()];
    // A lattice and not a draw: no two values tie or come so close that a step crosses a kink.
    int[] order = shuffled(values.length, new Random(seed));
    for (int i = 0; i < values.length; i++) {
      values[i] = low + (high - low) * (order[i] + 0.31 + 0.0437 * seed) / values.length;
    }
    return HostArray.of(shape, values);
  }

  private static int[] shuffled(int length, Random random) {
    int[] order = new int[length];
    for (int i = 0; i < length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  static HostArray vector(double... values) {
    return HostArray.of(Shape.of(values.length), values);
  }

  @Override
  public String toString() {
    String shapes = operands.stream().map(o -> o.shape().toString()).toList().toString();
    return op.label() + " " + name + " " + shapes;
  }
}
