package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Products of coefficients with shifted images: the convolution and, over the phases of its stride,
 * what it sends back to its input. Each part computes some rows of one sample's result, all maps.
 */
final class ShiftTask implements Task {
  /** Below this a part is not worth a hand-over between threads. */
  private static final double SMALLEST = 1.5e6;

  /** How many parts give 16 threads something to do, and 3 threads about the same each. */
  private static final int PARTS = 24;

  private static final int FEWEST_ROWS = 4;

  /** So many floats of result should still be in the cache when the next part comes. */
  private static final int BLOCK = 65_536;

  /** So many floats of laid images stay in the second-level cache. */
  private static final int IMAGES = 131_072;

  /**
   * What all phases share.
   *
   * @param samples how many
   * @param images of a sample that are shifted
   * @param planes how they are laid out
   * @param more rows of laid images that a row of results needs beside its own
   * @param maps of the result
   * @param rows of all phases, from 0
   * @param height of the result
   * @param width of the result
   * @param strideHeight rows of the result from one row of a phase to the next
   * @param strideWidth columns likewise
   * @param top of a result's row 0, the rows that lie before
   * @param operations that count, floating-point
   */
  record Frame(
      int samples,
      int images,
      Planes planes,
      int more,
      int maps,
      int rows,
      int height,
      int width,
      int strideHeight,
      int strideWidth,
      int top,
      double operations) {

    /** {@return rows of a part's result} */
    int block() {
      int floats = maps * height * width;
      int laid = images * planes.phases() * rows * planes.line();
      double wanted = Math.min(PARTS, operations / SMALLEST) / samples;
      int least = Math.max((floats + BLOCK - 1) / BLOCK, (laid + IMAGES - 1) / IMAGES);
      int count = Math.max(1, Math.min(rows / FEWEST_ROWS, Math.max((int) wanted, least)));
      return (rows + count - 1) / count;
    }

    /** {@return from one phase of a laid image to the next} */
    int plane() {
      return (block() + more) * planes.line();
    }
  }

  private final ConvolutionKernel kernel;
  private final Frame frame;
  private final Phase[] phases;
  private final int coefficients;
  private final int images;
  private final int result;
  private final int blocks;
  private final int rowsPerBlock;

  /**
   * Prepares it.
   *
   * @param coefficients where those of the phases begin
   * @param images where the first sample's first image begins
   * @param result where it goes
   */
  ShiftTask(
      ConvolutionKernel kernel,
      Frame frame,
      List<Phase> phases,
      int coefficients,
      int images,
      int result) {
    this.kernel = kernel;
    this.frame = frame;
    // An array, since walking through a list may allocate.
    this.phases = phases.toArray(new Phase[0]);
    this.coefficients = coefficients;
    this.images = images;
    this.result = result;
    this.rowsPerBlock = frame.block();
    this.blocks = (frame.rows() + rowsPerBlock - 1) / rowsPerBlock;
  }

  @Override
  public int parts() {
    return frame.samples() * blocks;
  }

  @Override
  public int scratchFloats() {
    return kernel.rows() * kernel.columns()
        + frame.images() * frame.planes().phases() * frame.plane()
        + kernel.columns();
  }

  @Override
  public long nanoseconds() {
    return (long) (frame.operations() / kernel.speed());
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int sample = part / blocks;
    int first = part % blocks * rowsPerBlock;
    int last = Math.min(frame.rows(), first + rowsPerBlock);
    lay(sample, first, last, memory, scratch);
    for (Phase phase : phases) {
      int from = Math.max(first, phase.firstRow());
      int to = Math.min(last, phase.lastRow());
      if (from < to && phase.firstColumn() < phase.lastColumn()) {
        phase(phase, sample, first, from, to, memory, scratch);
      }
    }
  }

  /** Lays the images behind the tile. */
  private void lay(int sample, int first, int last, float[] memory, Scratch scratch) {
    Planes planes = frame.planes();
    int size = planes.height() * planes.width();
    int at = scratch.start() + kernel.rows() * kernel.columns();
    for (int image = 0; image < frame.images(); image++) {
      int from = images + (sample * frame.images() + image) * size;
      planes.lay(
          memory, from, first, last - first + frame.more(), scratch.floats(), at, frame.plane());
      at += planes.phases() * frame.plane();
    }
  }

  /** Some rows of one phase of one sample, tile by tile along them and down the maps. */
  private void phase(
      Phase phase, int sample, int first, int from, int to, float[] memory, Scratch scratch) {
    int line = frame.planes().line();
    int count = (to - from - 1) * line + phase.lastColumn() - phase.firstColumn();
    int tile = scratch.start();
    int image =
        tile + kernel.rows() * kernel.columns() + (from - first) * line + phase.firstColumn();
    int k = phase.places().length;
    int width;
    for (int f = 0; f < count; f += width) {
      width = kernel.width(count - f);
      int used = Math.min(width, count - f);
      for (int map = 0; map < frame.maps(); map += kernel.rows()) {
        int rows = Math.min(kernel.rows(), frame.maps() - map);
        int a = coefficients + phase.coefficients() + map * k;
        float[] floats = scratch.floats();
        kernel.placed(
            width, memory, a, k, rows, floats, image + f, phase.places(), k, floats, tile, width);
        put(phase, sample, map, rows, from, f, used, width, memory, floats, tile);
      }
    }
  }

  /** Brings a tile's values to their rows and columns and drops those between rows. */
  private void put(
      Phase phase,
      int sample,
      int map,
      int rows,
      int from,
      int f,
      int used,
      int pitch,
      float[] memory,
      float[] floats,
      int tile) {
    int columns = phase.lastColumn() - phase.firstColumn();
    int line = frame.planes().line();
    int length;
    for (int j = 0; j < used; j += length) {
      int row = (f + j) / line;
      int column = (f + j) % line;
      length = Math.min(used - j, line - column);
      int valid = Math.min(length, columns - column);
      if (valid > 0) {
        int h = (from + row) * frame.strideHeight() + phase.down();
        int w = (phase.firstColumn() + column) * frame.strideWidth() + phase.across();
        int plane = frame.height() * frame.width();
        int to = result + (sample * frame.maps() + map) * plane + h * frame.width() + w;
        for (int i = 0; i < rows; i++) {
          copy(floats, tile + i * pitch + j, memory, to + i * plane, valid);
        }
      }
    }
  }

  private void copy(float[] tile, int from, float[] memory, int to, int count) {
    int stride = frame.strideWidth();
    if (stride == 1) {
      System.arraycopy(tile, from, memory, to, count);
      return;
    }
    for (int j = 0; j < count; j++) {
      memory[to + j * stride] = tile[from + j];
    }
  }
}
