package org.vaelix.cpu.internal.matrix;

import java.util.Arrays;

/** Copies columns of a matrix into a panel: k after k, as wide as a tile, filled up with zeros. */
final class Panels {
  private Panels() {}

  /**
   * Packs some columns.
   *
   * @param b where the matrix is
   * @param offset its value at the first k and column wanted
   * @param step from one k to the next; it or the next is 1
   * @param column from one column to the next
   * @param k how many
   * @param columns how many there are
   * @param width how many the panel has
   * @param panel where it goes
   * @param to its first value
   */
  static void pack(
      float[] b,
      int offset,
      int step,
      int column,
      int k,
      int columns,
      int width,
      float[] panel,
      int to) {
    if (column == 1) {
      rows(b, offset, step, k, columns, width, panel, to);
      return;
    }
    int p = 0;
    for (; p + 4 <= k; p += 4) {
      four(b, offset + p, column, columns, width, panel, to + p * width);
    }
    for (; p < k; p++) {
      one(b, offset + p, column, columns, panel, to + p * width);
    }
    fill(k, columns, width, panel, to);
  }

  private static void rows(
      float[] b, int offset, int step, int k, int columns, int width, float[] panel, int to) {
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, offset + p * step, panel, to + p * width, columns);
    }
    fill(k, columns, width, panel, to);
  }

  /** Four rows of the panel: each column is read where it lies, four values side by side. */
  private static void four(
      float[] b, int offset, int column, int columns, int width, float[] panel, int to) {
    int second = to + width;
    int third = second + width;
    int fourth = third + width;
    int from = offset;
    for (int j = 0; j < columns; j++) {
      panel[to + j] = b[from];
      panel[second + j] = b[from + 1];
      panel[third + j] = b[from + 2];
      panel[fourth + j] = b[from + 3];
      from += column;
    }
  }

  private static void one(float[] b, int offset, int column, int columns, float[] panel, int to) {
    for (int j = 0; j < columns; j++) {
      panel[to + j] = b[offset + j * column];
    }
  }

  /** Zeros where the matrix has no more columns. */
  private static void fill(int k, int columns, int width, float[] panel, int to) {
    if (columns < width) {
      for (int p = 0; p < k; p++) {
        Arrays.fill(panel, to + p * width + columns, to + (p + 1) * width, 0f);
      }
    }
  }
}
