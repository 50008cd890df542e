package org.vaelix.cpu.internal.convolution;

import jdk.incubator.vector.FloatVector;

/** By the Vector API; see the matrix kernel for why tiles have this size. */
final class VectorConvolutionKernel implements ConvolutionKernel {
  private static final int L = FloatVector.SPECIES_PREFERRED.length();
  private static final int VECTORS = L == 8 ? 1 : 3;

  private final Transforms transforms = new VectorTransforms();

  @Override
  public int rows() {
    return 8;
  }

  @Override
  public int columns() {
    return VECTORS * L;
  }

  @Override
  public int lanes() {
    return L;
  }

  @Override
  public int width(int left) {
    int vectors = (left + L - 1) / L;
    return vectors == 4 && VECTORS > 1 ? 2 * L : Math.min(vectors, VECTORS) * L;
  }

  @Override
  public Transforms transforms() {
    return transforms;
  }

  @Override
  public double speed() {
    return 5.0 * L;
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
    PlacedTiles.tile(
        width, a, aOffset, aRow, rows, b, bOffset, places, count, tile, tileOffset, tileRow);
  }
}
