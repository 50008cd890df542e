package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * What a convolution sends back to its filter. Rows of gradients are laid as long as the images',
 * zeros where no window is, so that both are met in one go over all windows of some samples. An
 * infinite pixel may therefore make more of its channel's gradients NaN than the formula would.
 */
record FilterGradient(ConvolutionKernel kernel, Geometry geometry, boolean winograd)
    implements Convolution {

  static FilterGradient of(ConvolutionKernel kernel, Geometry geometry) {
    return new FilterGradient(kernel, geometry, Winograd.suits(geometry));
  }

  private FilterSums sums() {
    return winograd ? new WinogradSums(kernel, geometry) : new DirectSums(kernel, geometry);
  }

  @Override
  public int workspaceFloats() {
    int groups = sums().cut().groups();
    return groups == 1 ? 0 : groups * geometry.maps() * geometry.filterSize();
  }

  @Override
  public List<Task> tasks(Operands operands) {
    FilterSums sums = sums();
    int groups = sums.cut().groups();
    int result = groups == 1 ? operands.c() : operands.workspace();
    Task task = new FilterGradientTask(kernel, geometry, sums, operands.a(), operands.b(), result);
    return groups == 1
        ? List.of(task)
        : List.of(
            task,
            new CombineTask(groups, geometry.maps(), geometry.filterSize(), result, operands.c()));
  }
}
