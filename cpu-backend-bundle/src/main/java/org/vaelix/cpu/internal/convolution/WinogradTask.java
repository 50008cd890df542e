package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * A convolution by {@link Transforms}; each part does one of the {@link Strips}, all maps of it.
 *
 * <p>Scratch holds the rows of one image, then the transformed rows of all images (image by image,
 * point by point, each a plane), then the sums of some maps (point by point, map by map).
 */
final class WinogradTask implements Task {
  private static final int TILE = Transforms.TILE;
  private static final int POINTS = Transforms.POINTS;

  private final ConvolutionKernel kernel;
  private final Transforms transforms;
  private final Strips strips;
  private final Planes planes;
  private final int coefficients;
  private final int images;
  private final int result;
  private final int line;
  private final int tiles;
  private final int pack;
  private final int blocks;

  /** From one plane to the next, with room for what is read and written beyond its end. */
  private final int plane;

  private final int[] places;

  /**
   * Prepares it.
   *
   * @param coefficients where the transformed filter lies, see {@link WinogradFilterTask}
   * @param images where the first sample's first image begins
   * @param result where it goes
   */
  WinogradTask(ConvolutionKernel kernel, Strips strips, int coefficients, int images, int result) {
    this.kernel = kernel;
    this.transforms = kernel.transforms();
    this.strips = strips;
    this.planes = strips.planes();
    this.coefficients = coefficients;
    this.images = images;
    this.result = result;
    this.line = strips.line();
    this.tiles = strips.tiles();
    this.pack = strips.pack();
    this.blocks = strips.blocks();
    this.plane = pack * tiles * line + strips.wide() + kernel.lanes();
    this.places = new int[strips.images() * strips.wide()];
    for (int p = 0; p < places.length; p++) {
      places[p] = p / strips.wide() * POINTS * plane + p % strips.wide();
    }
  }

  @Override
  public int parts() {
    return strips.parts();
  }

  private int rawFloats() {
    return (TILE * tiles + Transforms.FILTER - 1) * line + kernel.lanes();
  }

  private int laidFloats() {
    return strips.images() * POINTS * plane;
  }

  @Override
  public int scratchFloats() {
    return rawFloats() + laidFloats() + POINTS * kernel.rows() * plane;
  }

  @Override
  public long nanoseconds() {
    double products = (double) parts() * pack * tiles * line * POINTS * places.length;
    return (long) (2 * products * strips.maps() / kernel.speed());
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int sample = part / blocks * pack;
    int samples = Math.min(pack, strips.samples() - sample);
    int tile = part % blocks * tiles;
    int count = Math.min(tiles, strips.tileRows() - tile);
    lay(sample, samples, tile, count, memory, scratch);
    for (int map = 0; map < strips.maps(); map += kernel.rows()) {
      int maps = Math.min(kernel.rows(), strips.maps() - map);
      multiply(map, maps, samples * count * line, memory, scratch);
      for (int i = 0; i < maps; i++) {
        put(sample, samples, tile, count, map, i, memory, scratch);
      }
    }
  }

  private void lay(int sample, int samples, int tile, int count, float[] memory, Scratch scratch) {
    float[] floats = scratch.floats();
    int raw = scratch.start();
    int size = strips.height() * strips.width();
    int rows = TILE * count + Transforms.FILTER - 1;
    for (int image = 0; image < strips.images(); image++) {
      int to = raw + rawFloats() + image * POINTS * plane;
      for (int s = 0; s < samples; s++) {
        int from = images + ((sample + s) * strips.images() + image) * size;
        planes.lay(memory, from, tile * TILE, rows, floats, raw, 0);
        for (int t = 0; t < count; t++) {
          int at = to + (s * count + t) * line;
          transforms.images(floats, raw + t * TILE * line, line, at, plane, line);
        }
      }
      for (int point = 0; point < POINTS; point++) {
        int end = to + point * plane + samples * count * line;
        Arrays.fill(floats, end, end + strips.wide(), 0f);
      }
    }
  }

  private void multiply(int map, int maps, int flat, float[] memory, Scratch scratch) {
    float[] floats = scratch.floats();
    int k = places.length;
    int laid = scratch.start() + rawFloats();
    int sums = laid + laidFloats();
    for (int point = 0; point < POINTS; point++) {
      int a = coefficients + (point * strips.maps() + map) * k;
      int b = laid + point * plane;
      int to = sums + point * kernel.rows() * plane;
      int width;
      for (int f = 0; f < flat; f += width) {
        width = kernel.width(flat - f);
        kernel.placed(width, memory, a, k, maps, floats, b + f, places, k, floats, to + f, plane);
      }
    }
  }

  /** Makes rows of what was summed for one map, and puts them in their places. */
  private void put(
      int sample,
      int samples,
      int tile,
      int count,
      int map,
      int i,
      float[] memory,
      Scratch scratch) {
    float[] floats = scratch.floats();
    int sums = scratch.start() + rawFloats() + laidFloats() + i * plane;
    int point = kernel.rows() * plane;
    transforms.results(floats, sums, point, samples * count * line);
    int columns = strips.columns();
    for (int s = 0; s < samples; s++) {
      int to = result + ((sample + s) * strips.maps() + map + i) * strips.rows() * columns;
      for (int t = 0; t < count; t++) {
        int from = sums + (s * count + t) * line;
        int row = (tile + t) * TILE;
        int rows = Math.min(TILE, strips.rows() - row);
        for (int r = 0; r < rows; r++) {
          System.arraycopy(floats, from + r * point, memory, to + (row + r) * columns, columns);
        }
      }
    }
  }
}
