package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * The gradient of the filter over groups of samples, whose sums are then added by a {@link
 * CombineTask}; each part does one group. It is a sum of products of {@link FilterSums}: gradients
 * times images with their channels innermost.
 */
final class FilterGradientTask implements Task {
  /** So many windows are summed before their sum is added to others': long sums lose digits. */
  private static final int SUMMED = 64;

  private final ConvolutionKernel kernel;
  private final Geometry geometry;
  private final FilterSums sums;
  private final Cut cut;
  private final int images;
  private final int gradients;
  private final int result;
  private final int[] places;

  /**
   * Prepares it.
   *
   * @param images where they begin
   * @param gradients where they begin
   * @param result where it goes, one group after another
   */
  FilterGradientTask(
      ConvolutionKernel kernel,
      Geometry geometry,
      FilterSums sums,
      int images,
      int gradients,
      int result) {
    this.kernel = kernel;
    this.geometry = geometry;
    this.sums = sums;
    this.cut = sums.cut();
    this.images = images;
    this.gradients = gradients;
    this.result = result;
    this.places = new int[SUMMED];
    for (int f = 0; f < places.length; f++) {
      places[f] = f * sums.depth();
    }
  }

  @Override
  public int parts() {
    return cut.groups();
  }

  /** From one map's sums to the next map's. */
  private int pitch() {
    return (sums.run() + kernel.lanes() - 1) / kernel.lanes() * kernel.lanes();
  }

  /** From one product's sums to the next one's. */
  private int productFloats() {
    return geometry.maps() * pitch();
  }

  private int tileFloats() {
    return kernel.rows() * kernel.columns();
  }

  private int sumFloats() {
    return sums.products() * productFloats();
  }

  @Override
  public int scratchFloats() {
    return tileFloats() + sumFloats() + sums.laidFloats();
  }

  @Override
  public long nanoseconds() {
    return (long) (geometry.operations() / sums.saving() / kernel.speed());
  }

  @Override
  public void run(int group, float[] memory, Scratch scratch) {
    float[] floats = scratch.floats();
    int tile = scratch.start();
    int to = tile + tileFloats();
    int laid = to + sumFloats();
    Arrays.fill(floats, to, to + sumFloats(), 0f);
    int first = group * cut.samples();
    int last = Math.min(geometry.samples(), first + cut.samples());
    for (int sample = first; sample < last; sample += cut.pack()) {
      int samples = Math.min(cut.pack(), last - sample);
      int imageSize = geometry.channels() * geometry.height() * geometry.width();
      int gradientSize = geometry.maps() * geometry.rows() * geometry.columns();
      for (int row = 0; row < sums.rows(); row += cut.rows()) {
        int rows = Math.min(cut.rows(), sums.rows() - row);
        sums.layImages(memory, images + sample * imageSize, samples, row, rows, floats, laid);
        sums.layGradients(
            memory, gradients + sample * gradientSize, samples, row, rows, floats, laid);
        multiply(sums.windows(samples, rows), floats, tile, laid);
      }
    }
    int size = geometry.maps() * geometry.filterSize();
    sums.put(floats, to, productFloats(), pitch(), memory, result + group * size);
  }

  private void multiply(int windows, float[] floats, int tile, int laid) {
    int run = sums.run();
    int width;
    for (int product = 0; product < sums.products(); product++) {
      for (int j = 0; j < run; j += width) {
        width = kernel.width(run - j);
        int b = laid + sums.image(product) + j;
        for (int map = 0; map < geometry.maps(); map += kernel.rows()) {
          int maps = Math.min(kernel.rows(), geometry.maps() - map);
          int a = laid + sums.gradient(product) + map * sums.gradientRow();
          int to = tile + tileFloats() + product * productFloats() + map * pitch() + j;
          sum(width, maps, windows, floats, a, b, tile, to);
        }
      }
    }
  }

  private void sum(
      int width, int maps, int windows, float[] floats, int a, int b, int tile, int to) {
    int line = sums.gradientRow();
    int count;
    for (int f = 0; f < windows; f += count) {
      count = Math.min(SUMMED, windows - f);
      int first = b + f * sums.depth();
      kernel.placed(
          width, floats, a + f, line, maps, floats, first, places, count, floats, tile, width);
      kernel.add(floats, to, pitch(), tile, maps, width);
    }
  }
}
