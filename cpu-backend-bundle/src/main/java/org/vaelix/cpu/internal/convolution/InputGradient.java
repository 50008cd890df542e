package org.vaelix.cpu.internal.convolution;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * What a convolution sends back to its input. Row r · stride + a of the padded input met filter
 * rows a, a + stride, … of the windows r, r − 1, …: for each phase a convolution of the gradients,
 * with a border of zeros, with that phase of the filter turned round.
 */
record InputGradient(ConvolutionKernel kernel, Geometry geometry) implements Convolution {

  private int rows() {
    return (geometry.height() - 1 + geometry.top()) / geometry.strideHeight() + 1;
  }

  private int columns() {
    return (geometry.width() - 1 + geometry.left()) / geometry.strideWidth() + 1;
  }

  private Planes gradients() {
    Geometry g = geometry;
    int line = columns() + g.wide() - 1;
    return new Planes(g.rows(), g.columns(), 1, 1, g.tall() - 1, g.wide() - 1, 1, 1, line);
  }

  @Override
  public int workspaceFloats() {
    return geometry.maps() * geometry.filterSize();
  }

  @Override
  public List<Task> tasks(Operands operands) {
    Geometry g = geometry;
    ShiftTask.Frame frame =
        new ShiftTask.Frame(
            g.samples(),
            g.maps(),
            gradients(),
            g.tall() - 1,
            g.channels(),
            rows(),
            g.height(),
            g.width(),
            g.strideHeight(),
            g.strideWidth(),
            g.top(),
            g.operations());
    return List.of(
        new FilterTask(g, operands.a(), operands.workspace()),
        new ShiftTask(
            kernel, frame, phases(frame), operands.workspace(), operands.b(), operands.c()));
  }

  private List<Phase> phases(ShiftTask.Frame frame) {
    Geometry g = geometry;
    List<Phase> phases = new ArrayList<>();
    int coefficients = 0;
    for (int a = 0; a < g.strideHeight(); a++) {
      for (int b = 0; b < g.strideWidth(); b++) {
        int[] places = new int[0];
        int start = coefficients;
        if (a < g.phasesDown() && b < g.phasesAcross()) {
          places = places(a, b, frame);
          coefficients += g.channels() * places.length;
        }
        phases.add(phase(start, places, a, b));
      }
    }
    return phases;
  }

  private Phase phase(int coefficients, int[] places, int a, int b) {
    Geometry g = geometry;
    return new Phase(
        coefficients,
        places,
        Math.max(0, -Math.floorDiv(a - g.top(), g.strideHeight())),
        Math.floorDiv(g.height() - 1 + g.top() - a, g.strideHeight()) + 1,
        Math.max(0, -Math.floorDiv(b - g.left(), g.strideWidth())),
        Math.floorDiv(g.width() - 1 + g.left() - b, g.strideWidth()) + 1,
        a - g.top(),
        b - g.left());
  }

  /** In the order of {@link FilterTask}. */
  private int[] places(int a, int b, ShiftTask.Frame frame) {
    Geometry g = geometry;
    int line = frame.planes().line();
    int[] places = new int[FilterTask.phaseSize(g, a, b)];
    int p = 0;
    for (int o = 0; o < g.maps(); o++) {
      for (int t = 0; a + t * g.strideHeight() < g.filterHeight(); t++) {
        for (int s = 0; b + s * g.strideWidth() < g.filterWidth(); s++) {
          places[p++] = o * frame.plane() + (g.tall() - 1 - t) * line + g.wide() - 1 - s;
        }
      }
    }
    return places;
  }
}
