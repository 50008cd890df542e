package org.vaelix.cpu.internal.matrix;

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
    int j = 0;
    for (; j + 8 <= columns; j += 8) {
      eight(b, offset + j * column, column, k, width, panel, to + j);
    }
    for (; j < columns; j++) {
      one(b, offset + j * column, k, width, panel, to + j);
    }
    for (; j < width; j++) {
      for (int p = 0; p < k; p++) {
        panel[to + j + p * width] = 0f;
      }
    }
  }

  private static void rows(
      float[] b, int offset, int step, int k, int columns, int width, float[] panel, int to) {
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, offset + p * step, panel, to + p * width, columns);
      for (int j = columns; j < width; j++) {
        panel[to + p * width + j] = 0f;
      }
    }
  }

  /** Eight columns whose values lie side by side: the compiler drops the checks of the reads. */
  private static void eight(
      float[] b, int b0, int column, int k, int width, float[] panel, int to) {
    int b1 = b0 + column;
    int b2 = b1 + column;
    int b3 = b2 + column;
    int b4 = b3 + column;
    int b5 = b4 + column;
    int b6 = b5 + column;
    int b7 = b6 + column;
    int place = to;
    for (int p = 0; p < k; p++) {
      panel[place] = b[b0 + p];
      panel[place + 1] = b[b1 + p];
      panel[place + 2] = b[b2 + p];
      panel[place + 3] = b[b3 + p];
      panel[place + 4] = b[b4 + p];
      panel[place + 5] = b[b5 + p];
      panel[place + 6] = b[b6 + p];
      panel[place + 7] = b[b7 + p];
      place += width;
    }
  }

  private static void one(float[] b, int offset, int k, int width, float[] panel, int to) {
    for (int p = 0; p < k; p++) {
      panel[to + p * width] = b[offset + p];
    }
  }
}
