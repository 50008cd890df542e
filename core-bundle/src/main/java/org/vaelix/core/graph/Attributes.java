package org.vaelix.core.graph;

import java.util.List;

/** What an operation needs to know beside its operands and its result's shape. */
public sealed interface Attributes {

  /** For operations that need nothing. */
  record None() implements Attributes {}

  /**
   * For inputs, parameters and states.
   *
   * @param name the qualified name, unique among its kind in the graph
   */
  record Named(String name) implements Attributes {}

  /**
   * For constants. The array must not be changed.
   *
   * @param values in row-major order
   */
  record Values(double[] values) implements Attributes {}

  /**
   * For noise.
   *
   * @param name unique in the graph
   * @param stream which stream of {@link Noise} the values come from
   */
  record Stream(String name, int stream) implements Attributes {}

  /**
   * For reductions, and for the transposition, where it lists the operand's axis for each of the
   * result's.
   *
   * @param axes from 0; ascending for reductions
   */
  record Axes(List<Integer> axes) implements Attributes {}

  /**
   * For the matrix product.
   *
   * @param left whether the last two axes of the left operand are exchanged
   * @param right whether the last two axes of the right operand are exchanged
   */
  record Transposed(boolean left, boolean right) implements Attributes {}

  /**
   * For slices.
   *
   * @param start the first index on each axis
   */
  record Start(List<Integer> start) implements Attributes {}

  /**
   * For padding.
   *
   * @param before how many values go before each axis
   * @param after how many values go after each axis
   * @param value what they are
   */
  record Border(List<Integer> before, List<Integer> after, double value) implements Attributes {}

  /**
   * For concatenation.
   *
   * @param axis along which the operands follow one another
   */
  record Axis(int axis) implements Attributes {}

  /**
   * For the convolution and its adjoints.
   *
   * @param strideHeight step between windows down
   * @param strideWidth step between windows across
   * @param top zeros above
   * @param left zeros to the left
   * @param bottom zeros below
   * @param right zeros to the right
   */
  record Convolution(int strideHeight, int strideWidth, int top, int left, int bottom, int right)
      implements Attributes {

    /**
     * {@return a stride and a padding equal on all sides}
     *
     * @param stride step between windows
     * @param padding zeros on each side
     */
    public static Convolution of(int stride, int padding) {
      return new Convolution(stride, stride, padding, padding, padding, padding);
    }
  }

  /**
   * For sliding windows and their adjoint.
   *
   * @param height of a window
   * @param width of a window
   * @param strideHeight step between windows down
   * @param strideWidth step between windows across
   */
  record Window(int height, int width, int strideHeight, int strideWidth) implements Attributes {}

  /**
   * For the polygamma function.
   *
   * @param order how often the digamma function is differentiated, at least 1
   */
  record Order(int order) implements Attributes {}
}
