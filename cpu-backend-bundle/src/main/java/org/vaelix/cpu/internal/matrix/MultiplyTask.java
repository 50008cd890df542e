package org.vaelix.cpu.internal.matrix;

import java.util.Arrays;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Multiplies. Each part computes a block of one product's result: panel of b by panel, within it
 * stretch of k by stretch, within that tile by tile down the rows, so that the panel stays in the
 * cache.
 */
final class MultiplyTask implements Task {
  private final MatrixKernel kernel;
  private final Product product;
  private final Blocking blocking;
  private final RightOperand right;
  private final Operands operands;
  private final int[] packed;
  private final int down;
  private final int across;

  MultiplyTask(
      MatrixKernel kernel,
      Product product,
      Blocking blocking,
      RightOperand right,
      int[] matrices,
      Operands operands) {
    this.kernel = kernel;
    this.product = product;
    this.blocking = blocking;
    this.right = right;
    this.operands = operands;
    int floats = blocking.packedColumns() * product.k();
    this.packed =
        Arrays.stream(product.batches().b())
            .map(b -> operands.workspace() + Arrays.binarySearch(matrices, b) * floats)
            .toArray();
    this.down = blocking.down(product);
    this.across = blocking.across();
  }

  @Override
  public int parts() {
    return product.batches().count() * down * across;
  }

  @Override
  public int scratchFloats() {
    return kernel.rows() * (kernel.columns() + blocking.depth())
        + blocking.depth() * kernel.columns();
  }

  @Override
  public long nanoseconds() {
    return (long) (product.operations() / kernel.speed());
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int batch = part / (down * across);
    int row = part / across % down * blocking.rows();
    int rows = Math.min(blocking.rows(), product.m() - row);
    int first = part % across * blocking.panels();
    int last = Math.min(blocking.panelCount(), first + blocking.panels());
    for (int panel = first; panel < last; panel++) {
      int column = blocking.starts()[panel];
      int width = blocking.width(panel);
      int columns = Math.min(width, product.n() - column);
      int c = operands.c() + product.batches().c()[batch] + row * product.n() + column;
      panel(batch, row, rows, column, columns, width, memory, c, memory, scratch);
    }
  }

  /**
   * Computes whole rows of a single product.
   *
   * @param row the first
   * @param rows how many
   * @param memory of the program
   * @param scratch of the thread, in which they go too, row after row
   * @param at where in it the first value goes
   */
  void rows(int row, int rows, float[] memory, Scratch scratch, int at) {
    for (int panel = 0; panel < blocking.panelCount(); panel++) {
      int column = blocking.starts()[panel];
      int width = blocking.width(panel);
      int columns = Math.min(width, product.n() - column);
      panel(0, row, rows, column, columns, width, scratch.floats(), at + column, memory, scratch);
    }
  }

  /** The columns of one panel, over the whole of k. */
  private void panel(
      int batch,
      int row,
      int rows,
      int column,
      int columns,
      int width,
      float[] to,
      int c,
      float[] memory,
      Scratch scratch) {
    int a = operands.a() + product.batches().a()[batch] + row * product.aRow();
    int b = operands.b() + product.batches().b()[batch] + column * product.bColumn();
    for (int p = 0; p < product.k(); p += blocking.depth()) {
      int k = Math.min(blocking.depth(), product.k() - p);
      boolean add = product.accumulate() || p > 0;
      int from = a + p * product.aStep();
      int start = b + p * product.bStep();
      if (right == RightOperand.PACKED_BEFORE) {
        int at = packed[batch] + column * product.k() + p * width;
        tiles(from, memory, at, width, k, to, c, rows, columns, add, memory, scratch);
      } else if (right == RightOperand.IN_PLACE
          && start + (k - 1) * product.n() + width <= memory.length) {
        tiles(from, memory, start, product.n(), k, to, c, rows, columns, add, memory, scratch);
      } else {
        float[] panel = scratch.floats();
        int at = scratch.start() + kernel.rows() * (kernel.columns() + blocking.depth());
        Panels.pack(
            memory, start, product.bStep(), product.bColumn(), k, columns, width, panel, at);
        tiles(from, panel, at, width, k, to, c, rows, columns, add, memory, scratch);
      }
    }
  }

  private void tiles(
      int a,
      float[] b,
      int bOffset,
      int bStep,
      int k,
      float[] result,
      int c,
      int rows,
      int columns,
      boolean add,
      float[] memory,
      Scratch scratch) {
    int n = product.n();
    int aRow = product.aRow();
    int aStep = product.aStep();
    for (int i = 0; i < rows; i += kernel.rows()) {
      int count = Math.min(kernel.rows(), rows - i);
      int from = a + i * aRow;
      int to = c + i * n;
      if (aStep > 1 && from + (k - 1) * aStep + kernel.rows() > memory.length) {
        // A tile reads all its rows, and here some would lie beyond the memory.
        int at = scratch.start() + kernel.rows() * kernel.columns();
        Panels.pack(memory, from, aStep, 1, k, count, kernel.rows(), scratch.floats(), at);
        kernel.tile(
            scratch.floats(),
            at,
            1,
            kernel.rows(),
            b,
            bOffset,
            bStep,
            k,
            result,
            to,
            n,
            count,
            columns,
            add,
            scratch.floats(),
            scratch.start());
      } else {
        kernel.tile(
            memory,
            from,
            aRow,
            aStep,
            b,
            bOffset,
            bStep,
            k,
            result,
            to,
            n,
            count,
            columns,
            add,
            scratch.floats(),
            scratch.start());
      }
    }
  }
}
