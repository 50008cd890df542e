package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * The plan of a convolution or one of its two adjoints. First ask for the {@link #workspaceFloats},
 * then, once everything has its place in memory, for the {@link #tasks}, to be run one after
 * another.
 */
public interface Convolution {

  /** {@return how many floats of memory the tasks need for themselves} */
  int workspaceFloats();

  /**
   * {@return the tasks, one after another}
   *
   * @param operands where the node's first and second operand, its result and the workspace lie
   */
  List<Task> tasks(Operands operands);

  /**
   * {@return the convolution}
   *
   * @param x (N, C, H, W), the first operand
   * @param w (O, C, U, V), the second
   * @param y (N, O, H', W'), the result
   * @param attributes stride and padding
   */
  static Convolution forward(Shape x, Shape w, Shape y, Attributes.Convolution attributes) {
    Geometry geometry = Geometry.of(x, w, y, attributes);
    if (Pointwise.is(geometry)) {
      return Pointwise.of(geometry, false);
    }
    return Winograd.suits(geometry)
        ? new Winograd(ConvolutionKernel.best(), geometry, false)
        : new Forward(ConvolutionKernel.best(), geometry);
  }

  /**
   * {@return what the convolution sends back to its input}
   *
   * @param w (O, C, U, V), the first operand
   * @param y (N, O, H', W'), the second
   * @param x (N, C, H, W), the result
   * @param attributes stride and padding
   */
  static Convolution inputGradient(Shape w, Shape y, Shape x, Attributes.Convolution attributes) {
    Geometry geometry = Geometry.of(x, w, y, attributes);
    if (Pointwise.is(geometry)) {
      return Pointwise.of(geometry, true);
    }
    return Winograd.suits(geometry)
        ? new Winograd(ConvolutionKernel.best(), geometry, true)
        : new InputGradient(ConvolutionKernel.best(), geometry);
  }

  /**
   * {@return what the convolution sends back to its filter}
   *
   * @param x (N, C, H, W), the first operand
   * @param y (N, O, H', W'), the second
   * @param w (O, C, U, V), the result
   * @param attributes stride and padding
   */
  static Convolution filterGradient(Shape x, Shape y, Shape w, Attributes.Convolution attributes) {
    return FilterGradient.of(ConvolutionKernel.best(), Geometry.of(x, w, y, attributes));
  }
}
