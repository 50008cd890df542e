package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;

/** The gradient of a filter of three rows: a product for each point of {@link Transforms}. */
final class WinogradSums implements FilterSums {
  private static final int TILE = Transforms.TILE;
  private static final int POINTS = Transforms.POINTS;

  private final Geometry geometry;
  private final Transforms transforms;
  private final Channels channels;
  private final Planes planes;
  private final Cut cut;
  private final int line;

  /** Floats for rows before they are transformed. */
  private final int raw;

  private final int plane;
  private final int gradientRow;

  WinogradSums(ConvolutionKernel kernel, Geometry g) {
    this.geometry = g;
    this.transforms = kernel.transforms();
    this.line = Strips.forward(g).line();
    this.channels = new Channels(g, line);
    this.planes = new Planes(g.rows(), g.columns(), 1, 1, 0, 0, 1, 1, line);
    this.cut = Cut.of(g, rows(), 0, line, POINTS * (g.channels() + g.maps()));
    int flat = flat(cut.pack(), cut.rows());
    int laid = (TILE * cut.rows() + Transforms.FILTER - 1) * line * g.channels();
    this.raw = laid + kernel.lanes();
    this.plane = flat * g.channels() + run() + kernel.columns();
    this.gradientRow = flat + kernel.lanes();
  }

  @Override
  public Cut cut() {
    return cut;
  }

  @Override
  public int rows() {
    return (geometry.rows() + TILE - 1) / TILE;
  }

  @Override
  public int products() {
    return POINTS;
  }

  @Override
  public int run() {
    return geometry.filterWidth() * geometry.channels();
  }

  @Override
  public int depth() {
    return channels.depth();
  }

  @Override
  public int flat(int samples, int rows) {
    return samples * rows * line;
  }

  @Override
  public int windows(int samples, int rows) {
    return flat(samples, rows) - line + geometry.columns();
  }

  @Override
  public int laidFloats() {
    return gradient(POINTS);
  }

  @Override
  public int image(int product) {
    return raw + product * plane;
  }

  @Override
  public int gradient(int product) {
    return image(POINTS) + product * geometry.maps() * gradientRow;
  }

  @Override
  public int gradientRow() {
    return gradientRow;
  }

  @Override
  public double saving() {
    return (double) TILE * Transforms.FILTER / POINTS;
  }

  @Override
  public void layImages(
      float[] memory, int image, int samples, int row, int rows, float[] floats, int laid) {
    int size = geometry.channels() * geometry.height() * geometry.width();
    int wide = line * geometry.channels();
    int needed = TILE * rows + Transforms.FILTER - 1;
    int to = laid + image(0);
    for (int s = 0; s < samples; s++) {
      channels.lay(0, memory, image + s * size, row * TILE, needed, floats, laid);
      for (int t = 0; t < rows; t++) {
        int at = to + (s * rows + t) * wide;
        transforms.images(floats, laid + t * TILE * wide, wide, at, plane, wide);
      }
    }
    for (int point = 0; point < POINTS; point++) {
      int end = to + point * plane + samples * rows * wide;
      Arrays.fill(floats, end, end + run(), 0f);
    }
  }

  @Override
  public void layGradients(
      float[] memory, int gradient, int samples, int row, int rows, float[] floats, int laid) {
    int size = geometry.rows() * geometry.columns();
    int plane = geometry.maps() * gradientRow;
    for (int o = 0; o < geometry.maps(); o++) {
      int to = laid + gradient(0) + o * gradientRow;
      for (int s = 0; s < samples; s++) {
        int from = gradient + (s * geometry.maps() + o) * size;
        planes.lay(memory, from, row * TILE, rows * TILE, floats, laid, 0);
        for (int t = 0; t < rows; t++) {
          int at = to + (s * rows + t) * line;
          transforms.gradients(floats, laid + t * TILE * line, line, at, plane, line);
        }
      }
    }
  }

  @Override
  public void put(float[] floats, int sums, int product, int pitch, float[] memory, int result) {
    Geometry g = geometry;
    for (int o = 0; o < g.maps(); o++) {
      for (int c = 0; c < g.channels(); c++) {
        int to = result + (o * g.channels() + c) * Transforms.FILTER * g.filterWidth();
        for (int v = 0; v < g.filterWidth(); v++) {
          int from = sums + o * pitch + v * g.channels() + c;
          Transforms.filterGradient(floats, from, product, memory, to + v, g.filterWidth());
        }
      }
    }
  }
}
