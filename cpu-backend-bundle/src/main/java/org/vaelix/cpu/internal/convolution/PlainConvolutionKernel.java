package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;

/**
 * Without the Vector API. Reads exactly the values that count, so it also works at the very end.
 */
final class PlainConvolutionKernel implements ConvolutionKernel {
  private static final int LANES = 64;

  @Override
  public int rows() {
    return 8;
  }

  @Override
  public int columns() {
    return 128;
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
    for (int i = 0; i < rows; i++) {
      int to = tileOffset + i * width;
      int from = aOffset + i * aRow;
      Arrays.fill(tile, to, to + width, 0f);
      int p = 0;
      for (; p + 4 <= places.length; p += 4) {
        four(a, from + p, b, bOffset, places, p, tile, to, width);
      }
      for (; p < places.length; p++) {
        one(a[from + p], b, bOffset + places[p], tile, to, width);
      }
    }
  }

  private static void four(
      float[] a,
      int from,
      float[] b,
      int bOffset,
      int[] places,
      int p,
      float[] tile,
      int to,
      int width) {
    int b0 = bOffset + places[p];
    int b1 = bOffset + places[p + 1];
    int b2 = bOffset + places[p + 2];
    int b3 = bOffset + places[p + 3];
    float a0 = a[from];
    float a1 = a[from + 1];
    float a2 = a[from + 2];
    float a3 = a[from + 3];
    for (int j = 0; j < width; j++) {
      tile[to + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
    }
  }

  private static void one(float a, float[] b, int from, float[] tile, int to, int width) {
    for (int j = 0; j < width; j++) {
      tile[to + j] += a * b[from + j];
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
