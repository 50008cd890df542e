package org.vaelix.core.internal.reference;

import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;

/** Finds the kernel of a node: one file for each family of operations. */
final class Kernels {
  private Kernels() {}

  /**
   * {@return what computes a node}
   *
   * @param node neither an input, a variable, a constant nor an alias of its operand
   * @param x its operands' values
   * @param y its values, overwritten
   * @param memory gives scratch space
   */
  static Kernel of(Tensor node, double[][] x, double[] y, Memory memory) {
    return switch (node.op().family()) {
      case SOURCE -> noise(node, y);
      case BINARY -> Binary.of(node, x, y);
      case COMPARISON -> Comparison.of(node, x, y);
      case UNARY -> Unary.of(node, x[0], y);
      case REDUCTION -> Reduction.of(node, x[0], y);
      case PRODUCT ->
          node.op() == Op.MATMUL
              ? MatrixProduct.of(node, x, y, memory)
              : Convolution.of(node, x, y);
      case LAYOUT -> Layout.of(node, x, y);
    };
  }

  private static Kernel noise(Tensor node, double[] y) {
    int stream = ((Attributes.Stream) node.attributes()).stream();
    return node.op() == Op.NORMAL
        ? (seed, step) -> Noise.normal(seed, step, stream, y)
        : (seed, step) -> Noise.uniform(seed, step, stream, y);
  }
}
