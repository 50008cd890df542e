package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/** The convolution: the filter times shifted images. */
record Forward(ConvolutionKernel kernel, Geometry geometry) implements Convolution {

  @Override
  public int workspaceFloats() {
    return 0;
  }

  @Override
  public List<Task> tasks(Operands operands) {
    Geometry g = geometry;
    ShiftTask.Frame frame =
        new ShiftTask.Frame(
            g.samples(),
            g.channels(),
            g.images(),
            g.tall() - 1,
            g.maps(),
            g.rows(),
            g.rows(),
            g.columns(),
            1,
            1,
            0,
            g.operations());
    Phase all = new Phase(0, g.places(frame.plane()), 0, g.rows(), 0, g.columns(), 0, 0);
    return List.of(
        new ShiftTask(kernel, frame, List.of(all), operands.b(), operands.a(), operands.c()));
  }
}
