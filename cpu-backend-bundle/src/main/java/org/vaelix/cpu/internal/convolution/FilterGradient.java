package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.cpu.internal.matrix.Epilogue;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * What a convolution sends back to its filter. The gradients are laid out with rows as long as the
 * images', zeros where no window is, so that both are met in one go over all windows of some
 * samples. An infinite pixel may therefore make more of its channel's gradients NaN than the
 * formula would.
 */
record FilterGradient(ConvolutionKernel kernel, Geometry geometry) implements Convolution {

  @Override
  public int workspaceFloats() {
    int groups = Cut.of(kernel, geometry).groups();
    return groups == 1 ? 0 : groups * geometry.maps() * geometry.filterSize();
  }

  @Override
  public List<Task> tasks(Operands operands, Epilogue epilogue) {
    Cut cut = Cut.of(kernel, geometry);
    if (cut.groups() == 1) {
      return List.of(sums(cut, operands, operands.c(), epilogue));
    }
    CombineTask combine =
        new CombineTask(
            cut.groups(),
            geometry.maps(),
            geometry.filterSize(),
            operands.workspace(),
            operands.c(),
            epilogue);
    return List.of(sums(cut, operands, operands.workspace(), null), combine);
  }

  private Task sums(Cut cut, Operands operands, int result, Epilogue epilogue) {
    return new FilterGradientTask(
        kernel, geometry, cut, operands.a(), operands.b(), result, epilogue);
  }
}
