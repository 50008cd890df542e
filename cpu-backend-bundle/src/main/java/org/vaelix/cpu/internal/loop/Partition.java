package org.vaelix.cpu.internal.loop;

import org.vaelix.core.graph.Shape;

/**
 * How a loop is cut into parts: by rows, which are the indices of the space's first axis that is
 * longer than 1. It depends on the shape only.
 *
 * @param rows how many rows
 * @param rowSize values in a row
 * @param parts how many parts
 * @param axis the axis of the rows
 */
record Partition(int rows, int rowSize, int parts, int axis) {
  private static final int MOST_PARTS = 16;
  private static final int FEWEST_VALUES = 8192;

  static Partition of(Shape space) {
    int axis = 0;
    while (axis < space.rank() - 1 && space.size(axis) == 1) {
      axis++;
    }
    int rows = space.rank() == 0 ? 1 : Math.max(1, space.size(axis));
    int values = space.elements();
    int parts = Math.max(1, Math.min(Math.min(MOST_PARTS, rows), values / FEWEST_VALUES));
    return new Partition(rows, values / rows, parts, axis);
  }

  int firstRow(int part) {
    return (int) ((long) rows * part / parts);
  }
}
