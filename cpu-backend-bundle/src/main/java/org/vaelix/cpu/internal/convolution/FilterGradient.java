package org.vaelix.cpu.internal.convolution;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.cpu.internal.matrix.Epilogue;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * What a convolution sends back to its filter. The gradients are laid out with rows as long as the
 * images', zeros where no window is, so that both are met in one go over all windows of a sample.
 * An infinite pixel may therefore make more of its channel's gradients NaN than the formula would.
 */
record FilterGradient(ConvolutionKernel kernel, Geometry geometry) implements Convolution {

  private int length() {
    return (geometry.flat() + kernel.lanes() - 1) / kernel.lanes() * kernel.lanes();
  }

  private boolean imagesReady() {
    return geometry.liesReady() && length() == geometry.flat();
  }

  private boolean gradientsReady() {
    return geometry.laidColumns() == geometry.columns() && length() == geometry.flat();
  }

  private Planes images() {
    Geometry g = geometry;
    int shift = (g.tall() - 1) * g.laidColumns() + g.wide() - 1;
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
        shift + length());
  }

  private Planes gradients() {
    Geometry g = geometry;
    int plane = Math.max(length(), g.rows() * g.laidColumns());
    return new Planes(
        g.samples() * g.maps(),
        g.rows(),
        g.columns(),
        1,
        1,
        0,
        0,
        1,
        1,
        g.rows(),
        g.laidColumns(),
        plane);
  }

  private FilterGradientTask.Cut cut() {
    return FilterGradientTask.Cut.of(kernel, geometry);
  }

  private int resultFloats() {
    return geometry.maps() * geometry.filterSize();
  }

  private int partialFloats() {
    return cut().groups() == 1 ? 0 : cut().groups() * resultFloats();
  }

  @Override
  public int workspaceFloats() {
    return partialFloats()
        + (imagesReady() ? 0 : images().floats())
        + (gradientsReady() ? 0 : gradients().floats());
  }

  @Override
  public List<Task> tasks(Operands operands, Epilogue epilogue) {
    Geometry g = geometry;
    int images = operands.a();
    int gradients = operands.b();
    int free = operands.workspace() + partialFloats();
    List<Task> tasks = new ArrayList<>();
    if (!imagesReady()) {
      tasks.add(new LayTask(images(), images, free));
      images = free;
      free += images().floats();
    }
    if (!gradientsReady()) {
      tasks.add(new LayTask(gradients(), gradients, free));
      gradients = free;
    }
    boolean partial = cut().groups() > 1;
    tasks.add(
        new FilterGradientTask(
            kernel,
            g,
            cut(),
            g.places(images().plane()),
            g.channels() * images().image(),
            images,
            gradients().plane(),
            gradients,
            length(),
            partial ? operands.workspace() : operands.c(),
            partial ? null : epilogue));
    if (partial) {
      tasks.add(
          new CombineTask(
              cut().groups(),
              g.maps(),
              g.filterSize(),
              operands.workspace(),
              operands.c(),
              epilogue));
    }
    return tasks;
  }
}
