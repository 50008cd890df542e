package org.vaelix.cpu.internal.convolution;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.cpu.internal.matrix.Epilogue;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/** The convolution: images laid out with their padding, then filter times shifted images. */
record Forward(ConvolutionKernel kernel, Geometry geometry) implements Convolution {

  private Planes laid() {
    Geometry g = geometry;
    return new Planes(
        g.samples() * g.channels(),
        g.height(),
        g.width(),
        g.strideHeight(),
        g.strideWidth(),
        g.top(),
        g.left(),
        g.phasesDown(),
        g.phasesAcross(),
        g.laidRows(),
        g.laidColumns(),
        g.laidRows() * g.laidColumns());
  }

  @Override
  public int workspaceFloats() {
    return geometry.liesReady() ? 0 : laid().floats();
  }

  @Override
  public List<Task> tasks(Operands operands, Epilogue epilogue) {
    Geometry g = geometry;
    Planes laid = laid();
    List<Task> tasks = new ArrayList<>();
    if (!g.liesReady()) {
      tasks.add(new LayTask(laid, operands.a(), operands.workspace()));
    }
    Phase all = new Phase(0, g.places(laid.plane()), 0, g.rows(), 0, g.columns(), 0, 0);
    int sample = g.channels() * laid.image();
    tasks.add(
        new ShiftTask(
            kernel,
            new ShiftTask.Frame(
                g.samples(),
                g.maps(),
                g.rows(),
                g.laidColumns(),
                sample,
                g.rows(),
                g.columns(),
                1,
                1,
                0),
            List.of(all),
            operands.b(),
            g.liesReady() ? operands.a() : operands.workspace(),
            operands.c(),
            epilogue,
            g.operations()));
    return tasks;
  }
}
