package org.vaelix.cpu.internal.matrix;

/** Copies columns of a matrix into a panel: k after k, as wide as a tile, filled up with zeros. */
final class Panels {
  private Panels() {}

  /**
   * Packs some columns.
   *
   * @param b where the matrix is
   * @param offset its value at the first k and column wanted
   * @param step from one k to the next
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
      eight(b, offset + j * column, step, column, k, width, panel, to + j);
    }
    for (; j < columns; j++) {
      one(b, offset + j * column, step, k, width, panel, to + j);
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

  private static void eight(
      float[] b, int offset, int step, int column, int k, int width, float[] panel, int to) {
    int at = offset;
    int place = to;
    for (int p = 0; p < k; p++) {
      panel[place] = b[at];
      panel[place + 1] = b[at + column];
      panel[place + 2] = b[at + 2 * column];
      panel[place + 3] = b[at + 3 * column];
      panel[place + 4] = b[at + 4 * column];
      panel[place + 5] = b[at + 5 * column];
      panel[place + 6] = b[at + 6 * column];
      panel[place + 7] = b[at + 7 * column];
      at += step;
      place += width;
    }
  }

  private static void one(
      float[] b, int offset, int step, int k, int width, float[] panel, int to) {
    for (int p = 0; p < k; p++) {
      panel[to + p * width] = b[offset + p * step];
    }
  }
}
