package org.vaelix.cpu.internal.loop;

import org.vaelix.core.graph.Shape;

/**
 * How a loop is cut into parts: by rows, which are the indices of the space's first axis that is
 * longer than 1. It depends on the shape only.
 *
 * @param rows how many rows
 * @param rowSize values in a row
 * @param partRows how many rows a part has; the last may have fewer
 * @param axis the axis of the rows
 */
public record Partition(int rows, int rowSize, int partRows, int axis) {
  private static final int MOST_PARTS = 16;
  private static final int FEWEST_VALUES = 8192;

  /**
   * {@return parts of about equal size}
   *
   * @param space of the loop
   */
  public static Partition of(Shape space) {
    Partition whole = of(space, Integer.MAX_VALUE);
    int most = Math.min(MOST_PARTS, whole.rows);
    int parts = Math.max(1, Math.min(most, space.elements() / FEWEST_VALUES));
    return of(space, (whole.rows + parts - 1) / parts);
  }

  /**
   * {@return parts of a given size}
   *
   * @param space of the loop
   * @param partRows how many rows a part has
   */
  public static Partition of(Shape space, int partRows) {
    int axis = 0;
    while (axis < space.rank() - 1 && space.size(axis) == 1) {
      axis++;
    }
    int rows = space.rank() == 0 ? 1 : Math.max(1, space.size(axis));
    return new Partition(rows, space.elements() / rows, Math.min(rows, partRows), axis);
  }

  /** {@return how many parts there are} */
  public int parts() {
    return (rows + partRows - 1) / partRows;
  }

  /**
   * {@return where a part begins}
   *
   * @param part from 0; behind the last, the number of rows
   */
  public int firstRow(int part) {
    return Math.min(rows, part * partRows);
  }
}
