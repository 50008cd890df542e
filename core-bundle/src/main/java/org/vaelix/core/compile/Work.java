package org.vaelix.core.compile;

import java.util.Collection;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * What a stage has to do, whatever the backend: the measure of how well a kernel does it.
 *
 * <p>An element-wise operation counts one for each value of its result, even where it is a
 * logarithm; a reduction one for each value of its operand; a product two for each pair that it
 * multiplies and adds, padding included; noise one for each number. What only moves values counts
 * none, except where windows are added up.
 *
 * @param operations floating-point ones
 * @param read numbers that are read from memory, each tensor counted once
 * @param written numbers that are left in memory
 */
public record Work(long operations, long read, long written) {

  /**
   * {@return the work of a stage}
   *
   * @param stage of a graph
   */
  public static Work of(Stage stage) {
    long operations = StageNodes.of(stage).stream().mapToLong(Work::operations).sum();
    return new Work(
        operations,
        elements(stage.reads().stream().map(Fusion::stored).distinct().toList()),
        elements(stage.writes()));
  }

  private static long elements(Collection<Tensor> tensors) {
    return tensors.stream().mapToLong(t -> t.shape().elements()).sum();
  }

  /**
   * {@return the floating-point operations of one node}
   *
   * @param node of a graph
   */
  public static long operations(Tensor node) {
    long elements = node.shape().elements();
    if (node.op() == Op.STOP_GRADIENT) {
      return 0;
    }
    return switch (node.op().family()) {
      case BINARY, COMPARISON, UNARY -> elements;
      case REDUCTION -> node.operands().get(0).shape().elements();
      case PRODUCT -> 2 * pairs(node);
      case SOURCE -> node.op() == Op.NORMAL || node.op() == Op.UNIFORM ? elements : 0;
      case LAYOUT -> node.op() == Op.FOLD2D ? node.operands().get(0).shape().elements() : 0;
    };
  }

  /** How many pairs of numbers are multiplied and added. */
  private static long pairs(Tensor node) {
    Shape first = node.operands().get(0).shape();
    Shape second = node.operands().get(1).shape();
    return switch (node.op()) {
      case MATMUL -> {
        boolean isTransposed = ((Attributes.Transposed) node.attributes()).left();
        yield (long) node.shape().elements() * first.size(isTransposed ? -2 : -1);
      }
      case CONV2D -> pairs(second, node.shape());
      // The adjoints multiply the same pairs as the convolution whose adjoints they are.
      case CONV2D_INPUT_GRADIENT -> pairs(first, second);
      case CONV2D_FILTER_GRADIENT -> pairs(node.shape(), second);
      default -> throw new IllegalArgumentException(node.op() + " is no product");
    };
  }

  private static long pairs(Shape filter, Shape result) {
    return (long) result.elements() * filter.size(1) * filter.size(2) * filter.size(3);
  }
}
