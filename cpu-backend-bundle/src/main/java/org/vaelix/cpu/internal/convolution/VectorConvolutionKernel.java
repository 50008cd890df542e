package org.vaelix.cpu.internal.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** By the Vector API; see the matrix kernel for why tiles have this size. */
final class VectorConvolutionKernel implements ConvolutionKernel {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
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

  @Override
  public void add(float[] floats, int to, int toRow, int tile, int rows, int width) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j += L) {
        int at = to + i * toRow + j;
        FloatVector.fromArray(S, floats, at)
            .add(FloatVector.fromArray(S, floats, tile + i * width + j))
            .intoArray(floats, at);
      }
    }
  }
}
