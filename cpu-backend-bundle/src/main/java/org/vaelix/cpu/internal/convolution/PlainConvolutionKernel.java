package org.vaelix.cpu.internal.convolution;

import org.vaelix.cpu.internal.matrix.PlainRows;

/** Without the Vector API; see {@link PlainRows}. */
final class PlainConvolutionKernel implements ConvolutionKernel {
  private final Transforms transforms = new PlainTransforms();

  @Override
  public int rows() {
    return PlainRows.ROWS;
  }

  @Override
  public int columns() {
    return PlainRows.COLUMNS;
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public int width(int left) {
    return Math.min(left, columns());
  }

  @Override
  public Transforms transforms() {
    return transforms;
  }

  @Override
  public double speed() {
    return 10;
  }

  @Override
  public void placed(
      int width,
      float[] a,
      int aOffset,
      int aRow,
      int rows,
      float[] b,
      int bOffset,
      int[] places,
      int count,
      float[] tile,
      int tileOffset,
      int tileRow) {
    PlainRows sums = PlainRows.zero(width);
    int p = 0;
    for (; p + 4 <= count; p += 4) {
      int b0 = bOffset + places[p];
      int b1 = bOffset + places[p + 1];
      int b2 = bOffset + places[p + 2];
      int b3 = bOffset + places[p + 3];
      sums.four(a, aOffset + p, aRow, 1, b, b0, b1, b2, b3, rows, width);
    }
    for (; p < count; p++) {
      sums.one(a, aOffset + p, aRow, b, bOffset + places[p], rows, width);
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(sums.sum(i), 0, tile, tileOffset + i * tileRow, width);
    }
  }

  @Override
  public void add(float[] floats, int to, int toRow, int tile, int rows, int width) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        floats[to + i * toRow + j] += floats[tile + i * width + j];
      }
    }
  }
}
