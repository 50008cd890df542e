package org.vaelix.cpu.internal.matrix;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of eight rows and up to three vectors, by the Vector API. With 16 lanes, 24 of the 32
 * registers hold the tile, three a row of b and one a value of a. Wide and low tiles (6 × 4) were
 * slower here, and narrow ones (8 × 1) wait for the loads of a.
 */
final class VectorKernel implements MatrixKernel {
  private static final int L = FloatVector.SPECIES_PREFERRED.length();
  private static final int ROWS = 8;

  /** With 8 lanes (AVX2) there are 16 registers only. */
  private static final int VECTORS = L == 8 ? 1 : 3;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return VECTORS * L;
  }

  @Override
  public int width(int left) {
    int vectors = (left + L - 1) / L;
    // Twice two is faster than three and one.
    return vectors == 4 && VECTORS > 1 ? 2 * L : Math.min(vectors, VECTORS) * L;
  }

  @Override
  public boolean readsInPlace() {
    return true;
  }

  @Override
  public double speed() {
    return 6.0 * L;
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
    int width = columns <= L ? L : columns <= 2 * L ? 2 * L : 3 * L;
    // Tiles that are added go by the edge too: a branch among the stores of a tile made the
    // compiler
    // keep its vectors in objects, which is fifty times slower.
    boolean full = rows == ROWS && columns == width && !accumulate;
    float[] to = full ? c : edge;
    int at = full ? cOffset : edgeOffset;
    int row = full ? cRow : width;
    if (aStep == 1) {
      RowTiles.tile(width, a, aOffset, aRow, rows, b, bOffset, bStep, k, to, at, row);
    } else {
      ColumnTiles.tile(width, a, aOffset, aStep, b, bOffset, bStep, k, to, at, row);
    }
    if (!full) {
      Edge.copy(edge, edgeOffset, width, c, cOffset, cRow, rows, columns, accumulate);
    }
  }
}
