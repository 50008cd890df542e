package org.vaelix.cpu.internal.matrix;

/** Brings the part of a tile that exists to where it belongs. */
final class Edge {
  private Edge() {}

  static void copy(
      float[] tile,
      int offset,
      int width,
      float[] c,
      int cOffset,
      int cRow,
      int rows,
      int columns,
      boolean accumulate) {
    for (int i = 0; i < rows; i++) {
      int from = offset + i * width;
      int to = cOffset + i * cRow;
      if (accumulate) {
        for (int j = 0; j < columns; j++) {
          c[to + j] += tile[from + j];
        }
      } else {
        System.arraycopy(tile, from, c, to, columns);
      }
    }
  }
}
