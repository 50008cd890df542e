package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.cpu.internal.matrix.Epilogue;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Products of coefficients with shifted images: the convolution and, over the phases of its stride,
 * what it sends back to its input. Each part computes some rows of one sample's result, all maps.
 */
final class ShiftTask implements Task {
  /** Below this a part is not worth a hand-over between threads. */
  private static final double SMALLEST = 1.5e6;

  /** So many floats of result should still be in the cache when the epilogue comes. */
  private static final int BLOCK = 65_536;

  private static final ConvolutionKernel AT_THE_END = new PlainConvolutionKernel();

  /**
   * What all phases share.
   *
   * @param samples how many
   * @param maps of the result
   * @param rows of all phases, from 0
   * @param lineLength of a laid image
   * @param sample from one sample's laid images to the next
   * @param height of the result
   * @param width of the result
   * @param strideHeight rows of the result from one row of a phase to the next
   * @param strideWidth columns likewise
   * @param top of a result's row 0, the rows that lie before
   */
  record Frame(
      int samples,
      int maps,
      int rows,
      int lineLength,
      int sample,
      int height,
      int width,
      int strideHeight,
      int strideWidth,
      int top) {}

  private final ConvolutionKernel kernel;
  private final Frame frame;
  private final List<Phase> phases;
  private final int coefficients;
  private final int images;
  private final int result;
  private final Epilogue epilogue;
  private final double operations;
  private final int blocks;
  private final int rowsPerBlock;

  ShiftTask(
      ConvolutionKernel kernel,
      Frame frame,
      List<Phase> phases,
      int coefficients,
      int images,
      int result,
      Epilogue epilogue,
      double operations) {
    this.kernel = kernel;
    this.frame = frame;
    this.phases = phases;
    this.coefficients = coefficients;
    this.images = images;
    this.result = result;
    this.epilogue = epilogue;
    this.operations = operations;
    int floats = frame.maps() * frame.height() * frame.width();
    int wanted = (int) Math.min(24.0 / frame.samples(), operations / SMALLEST / frame.samples());
    int most = Math.max(1, frame.rows() / 4);
    int count = Math.min(most, Math.max(Math.max(1, wanted), (floats + BLOCK - 1) / BLOCK));
    this.rowsPerBlock = (frame.rows() + count - 1) / count;
    this.blocks = (frame.rows() + rowsPerBlock - 1) / rowsPerBlock;
  }

  @Override
  public int parts() {
    return frame.samples() * blocks;
  }

  @Override
  public int scratchFloats() {
    return kernel.rows() * kernel.columns();
  }

  @Override
  public long nanoseconds() {
    return (long) (operations / kernel.speed());
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int sample = part / blocks;
    int first = part % blocks * rowsPerBlock;
    int last = Math.min(frame.rows(), first + rowsPerBlock);
    for (Phase phase : phases) {
      int from = Math.max(first, phase.firstRow());
      int to = Math.min(last, phase.lastRow());
      if (from < to && phase.firstColumn() < phase.lastColumn()) {
        phase(phase, sample, from, to, memory, scratch.floats());
      }
    }
    if (epilogue != null) {
      finish(sample, first, last, memory);
    }
  }

  private void finish(int sample, int first, int last, float[] memory) {
    int from = Math.max(0, first * frame.strideHeight() - frame.top());
    int to = Math.min(frame.height(), last * frame.strideHeight() - frame.top());
    int stride = frame.height() * frame.width();
    if (from < to) {
      int column = from * frame.width();
      int offset = result + sample * frame.maps() * stride + column;
      int columns = (to - from) * frame.width();
      epilogue.apply(memory, offset, stride, sample, 0, column, frame.maps(), columns);
    }
  }

  /** Some rows of one phase of one sample, tile by tile along them and down the maps. */
  private void phase(Phase phase, int sample, int from, int to, float[] memory, float[] tile) {
    int line = frame.lineLength();
    int columns = phase.lastColumn() - phase.firstColumn();
    int count = (to - from - 1) * line + columns;
    int image = images + sample * frame.sample() + from * line + phase.firstColumn();
    int farthest = 0;
    for (int place : phase.places()) {
      farthest = Math.max(farthest, place);
    }
    int width;
    for (int f = 0; f < count; f += width) {
      width = kernel.width(count - f);
      boolean inside = image + f + farthest + width <= memory.length;
      int used = Math.min(width, count - f);
      int pitch = inside ? width : used;
      ConvolutionKernel own = inside ? kernel : AT_THE_END;
      for (int map = 0; map < frame.maps(); map += kernel.rows()) {
        int rows = Math.min(kernel.rows(), frame.maps() - map);
        int k = phase.places().length;
        int a = coefficients + phase.coefficients() + map * k;
        own.placed(pitch, memory, a, k, rows, memory, image + f, phase.places(), tile, 0);
        put(phase, sample, map, rows, from, f, used, pitch, memory, tile);
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
      float[] tile) {
    int columns = phase.lastColumn() - phase.firstColumn();
    int line = frame.lineLength();
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
          copy(tile, i * pitch + j, memory, to + i * plane, valid);
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
