package org.vaelix.cpu.internal.matrix;

import java.util.List;
import org.vaelix.cpu.internal.schedule.Task;

/** A single product whose result is computed some rows at a time, for what uses it up at once. */
public final class RowProduct {
  /** Rows of a part, with the panel and what uses them up, stay in a second-level cache. */
  private static final int PART_FLOATS = 24 * 1024;

  /** A right operand that every part reads anew must lie in a second-level cache. */
  private static final int LARGEST_RIGHT = 96 * 1024;

  private final Product product;
  private final List<Task> before;
  private final MultiplyTask multiply;
  private final int partRows;

  RowProduct(Product product, List<Task> before, MultiplyTask multiply, int partRows) {
    this.product = product;
    this.before = before;
    this.multiply = multiply;
    this.partRows = partRows;
  }

  /**
   * {@return whether computing whole rows costs nothing}
   *
   * @param product what is multiplied
   */
  public static boolean suits(Product product) {
    return product.batches().count() == 1
        && product.m() > 1
        && product.k() * product.n() <= LARGEST_RIGHT
        && product.n() <= PART_FLOATS / 8;
  }

  /**
   * {@return how many rows a part has}
   *
   * @param kernel that multiplies
   * @param product what is multiplied
   */
  static int partRows(MatrixKernel kernel, Product product) {
    int most = Math.max(1, PART_FLOATS / product.n() / kernel.rows());
    int tiles = (product.m() + kernel.rows() - 1) / kernel.rows();
    int parts = (tiles + most - 1) / most;
    return (tiles + parts - 1) / parts * kernel.rows();
  }

  /** {@return how many rows a part has} */
  public int partRows() {
    return partRows;
  }

  /** {@return what is to be done before any rows are computed} */
  public List<Task> before() {
    return before;
  }

  /**
   * Computes the rows of a part.
   *
   * @param part from 0
   * @param memory of the program
   * @param scratch of the thread, {@link #scratchFloats}
   */
  public void run(int part, float[] memory, float[] scratch) {
    int row = part * partRows;
    int rows = Math.min(partRows, product.m() - row);
    multiply.rows(row, rows, memory, scratch, result(), scratch);
  }

  /** {@return where in the scratch the rows are, one after another} */
  public int result() {
    return multiply.scratchFloats();
  }

  /** {@return how many floats of scratch a part needs} */
  public int scratchFloats() {
    return result() + partRows * product.n();
  }

  /** {@return about how many nanoseconds one thread needs for all parts} */
  public long nanoseconds() {
    return multiply.nanoseconds();
  }
}
