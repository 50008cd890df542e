package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * A convolution with a filter of three rows, or its way back, with half the products: see {@link
 * Transforms}. An infinite pixel or one that is no number reaches up to three rows more than the
 * formula says.
 *
 * @param kernel that multiplies
 * @param geometry of the forward convolution
 * @param back whether gradients go back to the input
 */
record Winograd(ConvolutionKernel kernel, Geometry geometry, boolean back) implements Convolution {
  /** With fewer maps or channels, transforming takes longer than it saves. */
  private static final int FEWEST = 8;

  /** {@return whether a convolution can be computed so, and should} */
  static boolean suits(Geometry g) {
    return g.filterHeight() == Transforms.FILTER
        && g.strideHeight() == 1
        && g.strideWidth() == 1
        && g.top() < Transforms.FILTER
        && g.left() < g.filterWidth()
        && g.rows() >= Transforms.TILE
        && Math.min(g.channels(), g.maps()) >= FEWEST;
  }

  @Override
  public int workspaceFloats() {
    return Transforms.POINTS * geometry.maps() * geometry.channels() * geometry.filterWidth();
  }

  @Override
  public List<Task> tasks(Operands operands) {
    int filter = back ? operands.a() : operands.b();
    int images = back ? operands.b() : operands.a();
    Strips strips = back ? Strips.back(geometry) : Strips.forward(geometry);
    return List.of(
        new WinogradFilterTask(geometry, back, filter, operands.workspace()),
        new WinogradTask(kernel, strips, operands.workspace(), images, operands.c()));
  }
}
