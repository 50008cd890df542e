package org.vaelix.cpu.internal.convolution;

import org.vaelix.cpu.internal.matrix.PlainRows;

/** Without the Vector API; see {@link PlainRows}. */
final class PlainConvolutionKernel implements ConvolutionKernel {
  private static final int LANES = 64;

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
    return LANES;
  }

  @Override
  public int width(int left) {
    return Math.min(left, columns());
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
      float[] tile,
      int tileOffset) {
    PlainRows sums = PlainRows.zero(width);
    int p = 0;
    for (; p + 4 <= places.length; p += 4) {
      int b0 = bOffset + places[p];
      int b1 = bOffset + places[p + 1];
      int b2 = bOffset + places[p + 2];
      int b3 = bOffset + places[p + 3];
      sums.four(a, aOffset + p, aRow, 1, b, b0, b1, b2, b3, rows, width);
    }
    for (; p < places.length; p++) {
      sums.one(a, aOffset + p, aRow, b, bOffset + places[p], rows, width);
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(sums.sum(i), 0, tile, tileOffset + i * width, width);
    }
  }

  @Override
  public void dots(
      float[] memory,
      int aOffset,
      int aRow,
      int rows,
      int b,
      int[] places,
      int place,
      int count,
      int length,
      float[] sums,
      int sumsOffset) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < count; j++) {
        int to = sumsOffset + (i * DOTS + j) * LANES;
        for (int f = 0; f < length; f += LANES) {
          products(memory, aOffset + i * aRow + f, b + places[place + j] + f, sums, to);
        }
      }
    }
  }

  private static void products(float[] memory, int a, int b, float[] sums, int to) {
    for (int lane = 0; lane < LANES; lane++) {
      sums[to + lane] += memory[a + lane] * memory[b + lane];
    }
  }
}
