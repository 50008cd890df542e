package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;
import org.vaelix.cpu.internal.matrix.Epilogue;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * The gradient of the filter: for each map and each filter place, the sum over all windows of the
 * map's gradient times the shifted image. Each part sums some maps over a group of samples; the
 * groups' sums are then added by a {@link CombineTask}. How many groups there are, and the order of
 * every sum, depend on shapes and on the kernel only.
 */
final class FilterGradientTask implements Task {
  private static final int DOTS = ConvolutionKernel.DOTS;

  /** Windows in one go: four rows of gradients and what they meet stay in the nearest cache. */
  private static final int STRETCH = 1024;

  /** So many floats of running sums stay in the second-level cache. */
  private static final int SUMS = 131_072;

  /** Fewer windows than this are not worth the final sum over the lanes. */
  private static final int FEWEST_WINDOWS = 4096;

  /** More partial sums than this take more memory than they save time. */
  private static final int MOST_PARTIAL = 2_000_000;

  private static final int PARTS = 24;

  /**
   * How the work is cut.
   *
   * @param groups of samples
   * @param samples of a group
   * @param maps of a part, a multiple of DOTS
   */
  record Cut(int groups, int samples, int maps) {
    static Cut of(ConvolutionKernel kernel, Geometry g) {
      double windows = (double) g.samples() * g.flat();
      int result = g.maps() * g.filterSize();
      int most = (int) Math.min(windows / FEWEST_WINDOWS, MOST_PARTIAL / result);
      int groups = Math.max(1, Math.min(Math.min(g.samples(), PARTS), most));
      int samples = (g.samples() + groups - 1) / groups;
      groups = (g.samples() + samples - 1) / samples;
      int tiles = (g.maps() + DOTS - 1) / DOTS;
      int sums = (g.filterSize() + DOTS - 1) / DOTS * DOTS * DOTS * kernel.lanes();
      int most2 = Math.max(1, SUMS / sums);
      int blocks = Math.max((tiles + most2 - 1) / most2, Math.min(tiles, PARTS / groups));
      return new Cut(groups, samples, (tiles + blocks - 1) / blocks * DOTS);
    }

    int blocks(Geometry g) {
      return (g.maps() + maps - 1) / maps;
    }
  }

  private final ConvolutionKernel kernel;
  private final Geometry geometry;
  private final Cut cut;
  private final int[] places;
  private final int image;
  private final int images;
  private final int gradientPlane;
  private final int gradients;
  private final int length;
  private final int result;
  private final Epilogue epilogue;

  /**
   * Prepares it.
   *
   * @param places where the shifted images begin in a sample's
   * @param image from one sample's images to the next
   * @param images where they begin
   * @param gradientPlane from one map's gradients to the next
   * @param gradients where they begin
   * @param length of a map's gradients, a multiple of lanes
   * @param result where it goes, one group after another
   * @param epilogue or null; only if there is one group
   */
  FilterGradientTask(
      ConvolutionKernel kernel,
      Geometry geometry,
      Cut cut,
      int[] places,
      int image,
      int images,
      int gradientPlane,
      int gradients,
      int length,
      int result,
      Epilogue epilogue) {
    this.kernel = kernel;
    this.geometry = geometry;
    this.cut = cut;
    this.places = places;
    this.image = image;
    this.images = images;
    this.gradientPlane = gradientPlane;
    this.gradients = gradients;
    this.length = length;
    this.result = result;
    this.epilogue = epilogue;
  }

  @Override
  public int parts() {
    return cut.groups() * cut.blocks(geometry);
  }

  private int tilesAcross() {
    return (places.length + DOTS - 1) / DOTS;
  }

  private int tileFloats() {
    return DOTS * DOTS * kernel.lanes();
  }

  @Override
  public int scratchFloats() {
    return cut.maps() / DOTS * tilesAcross() * tileFloats();
  }

  @Override
  public long nanoseconds() {
    return (long) (geometry.operations() / kernel.speed());
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int group = part / cut.blocks(geometry);
    int map = part % cut.blocks(geometry) * cut.maps();
    int maps = Math.min(cut.maps(), geometry.maps() - map);
    int last = Math.min(geometry.samples(), (group + 1) * cut.samples());
    float[] sums = scratch.floats();
    Arrays.fill(sums, 0, scratchFloats(), 0f);
    for (int sample = group * cut.samples(); sample < last; sample++) {
      for (int f = 0; f < length; f += STRETCH) {
        stretch(sample, map, maps, f, Math.min(STRETCH, length - f), memory, sums);
      }
    }
    int to = result + (group * geometry.maps() + map) * places.length;
    for (int i = 0; i < maps; i++) {
      for (int j = 0; j < places.length; j++) {
        memory[to + i * places.length + j] = total(sums, i, j);
      }
    }
    if (epilogue != null) {
      epilogue.apply(memory, to, places.length, 0, map, 0, maps, places.length);
    }
  }

  private void stretch(
      int sample, int map, int maps, int f, int count, float[] memory, float[] sums) {
    int b = images + sample * image + f;
    int at = 0;
    for (int i = 0; i < maps; i += DOTS) {
      int a = gradients + (sample * geometry.maps() + map + i) * gradientPlane + f;
      int rows = Math.min(DOTS, maps - i);
      for (int j = 0; j < places.length; j += DOTS) {
        int columns = Math.min(DOTS, places.length - j);
        kernel.dots(memory, a, gradientPlane, rows, b, places, j, columns, count, sums, at);
        at += tileFloats();
      }
    }
  }

  private float total(float[] sums, int i, int j) {
    int tile = i / DOTS * tilesAcross() + j / DOTS;
    int at = tile * tileFloats() + (i % DOTS * DOTS + j % DOTS) * kernel.lanes();
    float sum = 0f;
    for (int lane = 0; lane < kernel.lanes(); lane++) {
      sum += sums[at + lane];
    }
    return sum;
  }
}
