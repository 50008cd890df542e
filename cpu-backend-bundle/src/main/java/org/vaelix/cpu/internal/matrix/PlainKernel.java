package org.vaelix.cpu.internal.matrix;

/** Tiles without the Vector API, for hosts that were started without it; see {@link PlainRows}. */
final class PlainKernel implements MatrixKernel {

  @Override
  public int rows() {
    return PlainRows.ROWS;
  }

  @Override
  public int columns() {
    return PlainRows.COLUMNS;
  }

  @Override
  public int width(int left) {
    return Math.min(left, PlainRows.COLUMNS);
  }

  @Override
  public boolean readsInPlace() {
    return true;
  }

  @Override
  public double speed() {
    return 25;
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
    PlainRows sums = PlainRows.zero(columns);
    int p = 0;
    for (; p + 4 <= k; p += 4) {
      int at = bOffset + p * bStep;
      int from = aOffset + p * aStep;
      sums.four(
          a, from, aRow, aStep, b, at, at + bStep, at + 2 * bStep, at + 3 * bStep, rows, columns);
    }
    for (; p < k; p++) {
      sums.one(a, aOffset + p * aStep, aRow, b, bOffset + p * bStep, rows, columns);
    }
    for (int i = 0; i < rows; i++) {
      Edge.copy(sums.sum(i), 0, columns, c, cOffset + i * cRow, cRow, 1, columns, accumulate);
    }
  }
}
