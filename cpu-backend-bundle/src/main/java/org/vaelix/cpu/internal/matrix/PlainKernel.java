package org.vaelix.cpu.internal.matrix;

import java.util.Arrays;

/**
 * Tiles without the Vector API, for hosts that were started without it. Row by row of the tile,
 * four rows of b at a time: the compiler turns this inner loop into vector instructions by itself,
 * as long as b lies in another array than c.
 */
final class PlainKernel implements MatrixKernel {
  private static final int ROWS = 8;
  private static final int COLUMNS = 128;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public int width(int left) {
    return Math.min(left, COLUMNS);
  }

  @Override
  public boolean readsInPlace() {
    return false;
  }

  @Override
  public double speed() {
    return 12;
  }

  @Override
  public void tile(
      float[] a,
      int aOffset,
      int aRow,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      int k,
      float[] c,
      int cOffset,
      int cRow,
      int rows,
      int columns,
      boolean accumulate,
      float[] edge,
      int edgeOffset) {
    for (int i = 0; i < rows; i++) {
      int from = cOffset + i * cRow;
      if (!accumulate) {
        Arrays.fill(c, from, from + columns, 0f);
      }
      row(a, aOffset + i * aRow, aStep, b, bOffset, bStep, k, c, from, columns);
    }
  }

  private static void row(
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      int k,
      float[] c,
      int cOffset,
      int columns) {
    int p = 0;
    for (; p + 4 <= k; p += 4) {
      int at = aOffset + p * aStep;
      four(
          a[at],
          a[at + aStep],
          a[at + 2 * aStep],
          a[at + 3 * aStep],
          b,
          bOffset + p * bStep,
          bStep,
          c,
          cOffset,
          columns);
    }
    for (; p < k; p++) {
      one(a[aOffset + p * aStep], b, bOffset + p * bStep, c, cOffset, columns);
    }
  }

  private static void four(
      float a0,
      float a1,
      float a2,
      float a3,
      float[] b,
      int b0,
      int bStep,
      float[] c,
      int cOffset,
      int columns) {
    int b1 = b0 + bStep;
    int b2 = b1 + bStep;
    int b3 = b2 + bStep;
    for (int j = 0; j < columns; j++) {
      c[cOffset + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
    }
  }

  private static void one(float a0, float[] b, int b0, float[] c, int cOffset, int columns) {
    for (int j = 0; j < columns; j++) {
      c[cOffset + j] += a0 * b[b0 + j];
    }
  }
}
