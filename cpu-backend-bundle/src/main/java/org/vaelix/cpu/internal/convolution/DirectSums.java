package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;

/**
 * The gradient of any filter: a product for each row of it. Rows of gradients beyond the last
 * window of a sample are zeros, since they meet other windows.
 */
final class DirectSums implements FilterSums {
  private final Geometry geometry;
  private final Channels channels;
  private final Planes planes;
  private final Cut cut;
  private final int line;
  private final int more;
  private final int plane;
  private final int gradientRow;

  DirectSums(ConvolutionKernel kernel, Geometry g) {
    this.geometry = g;
    this.line = g.laidColumns();
    this.more = g.tall() - 1;
    this.channels = new Channels(g, line);
    this.planes = new Planes(g.rows(), g.columns(), 1, 1, 0, 0, 1, 1, line);
    this.cut = Cut.of(g, g.rows(), more, line, g.phasesDown() * channels.depth() + g.maps());
    int flat = flat(cut.pack(), cut.rows());
    this.plane = flat * channels.depth() + run() + kernel.columns();
    this.gradientRow = flat + kernel.lanes();
  }

  @Override
  public Cut cut() {
    return cut;
  }

  @Override
  public int rows() {
    return geometry.rows();
  }

  @Override
  public int products() {
    return geometry.filterHeight();
  }

  @Override
  public int run() {
    return geometry.filterWidth() * geometry.channels();
  }

  @Override
  public int flat(int samples, int rows) {
    return samples * (rows + more) * line;
  }

  @Override
  public int windows(int samples, int rows) {
    return flat(samples, rows) - more * line - line + geometry.columns();
  }

  @Override
  public int laidFloats() {
    return geometry.phasesDown() * plane + geometry.maps() * gradientRow;
  }

  @Override
  public int image(int product) {
    int shift = product / geometry.strideHeight() * line * channels.depth();
    return product % geometry.strideHeight() * plane + shift;
  }

  @Override
  public int depth() {
    return channels.depth();
  }

  @Override
  public int gradient(int product) {
    return geometry.phasesDown() * plane;
  }

  @Override
  public int gradientRow() {
    return gradientRow;
  }

  @Override
  public double saving() {
    return 1;
  }

  @Override
  public void layImages(
      float[] memory, int image, int samples, int row, int rows, float[] floats, int laid) {
    int size = geometry.channels() * geometry.height() * geometry.width();
    int pitch = (rows + more) * line * channels.depth();
    for (int phase = 0; phase < geometry.phasesDown(); phase++) {
      int to = laid + phase * plane;
      for (int s = 0; s < samples; s++) {
        int from = image + s * size;
        channels.lay(phase, memory, from, row, rows + more, floats, to + s * pitch);
      }
    }
  }

  @Override
  public void layGradients(
      float[] memory, int gradient, int samples, int row, int rows, float[] floats, int laid) {
    int size = geometry.rows() * geometry.columns();
    int pitch = (rows + more) * line;
    for (int o = 0; o < geometry.maps(); o++) {
      int to = laid + gradient(0) + o * gradientRow;
      for (int s = 0; s < samples; s++) {
        int from = gradient + (s * geometry.maps() + o) * size;
        int at = to + s * pitch;
        planes.lay(memory, from, row, rows, floats, at, 0);
        Arrays.fill(floats, at + rows * line, at + pitch, 0f);
      }
    }
  }

  @Override
  public void put(float[] floats, int sums, int product, int pitch, float[] memory, int result) {
    Geometry g = geometry;
    int to = result;
    for (int o = 0; o < g.maps(); o++) {
      for (int c = 0; c < g.channels(); c++) {
        for (int u = 0; u < g.filterHeight(); u++) {
          for (int v = 0; v < g.filterWidth(); v++) {
            memory[to++] = floats[sums + u * product + o * pitch + v * g.channels() + c];
          }
        }
      }
    }
  }
}
