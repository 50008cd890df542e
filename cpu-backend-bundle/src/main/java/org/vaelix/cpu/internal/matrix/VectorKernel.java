package org.vaelix.cpu.internal.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of six rows and one, two or four vectors, by the Vector API: with 16 lanes, 24 of the 32
 * registers hold the tile. The file is long because the registers must be local variables: an array
 * of vectors would live in memory.
 */
final class VectorKernel implements MatrixKernel {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int ROWS = 6;

  /** With 8 lanes (AVX2) there are 16 registers, otherwise 32. */
  private static final int COLUMNS = L == 8 ? 2 * L : 4 * L;

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
    int vectors = (Math.min(left, COLUMNS) + L - 1) / L;
    return vectors == 3 ? 2 * L : vectors * L;
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
    // Rows that are not there repeat the last one that is; what comes of them is dropped.
    int a1 = aOffset + Math.min(1, rows - 1) * aRow;
    int a2 = aOffset + Math.min(2, rows - 1) * aRow;
    int a3 = aOffset + Math.min(3, rows - 1) * aRow;
    int a4 = aOffset + Math.min(4, rows - 1) * aRow;
    int a5 = aOffset + Math.min(5, rows - 1) * aRow;
    int width = columns <= L ? L : columns <= 2 * L ? 2 * L : 4 * L;
    boolean full = rows == ROWS && columns == width;
    float[] to = full ? c : edge;
    int toOffset = full ? cOffset : edgeOffset;
    int toRow = full ? cRow : width;
    boolean add = full && accumulate;
    if (width == L) {
      one(a, aOffset, a1, a2, a3, a4, a5, aStep, b, bOffset, bStep, k, to, toOffset, toRow, add);
    } else if (width == 2 * L) {
      two(a, aOffset, a1, a2, a3, a4, a5, aStep, b, bOffset, bStep, k, to, toOffset, toRow, add);
    } else {
      four(a, aOffset, a1, a2, a3, a4, a5, aStep, b, bOffset, bStep, k, to, toOffset, toRow, add);
    }
    if (!full) {
      Edge.copy(edge, edgeOffset, width, c, cOffset, cRow, rows, columns, accumulate);
    }
  }

  private static void add(float[] c, int offset, FloatVector sum) {
    FloatVector.fromArray(S, c, offset).add(sum).intoArray(c, offset);
  }

  /** Six rows of four vectors. */
  private static void four(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int a4,
      int a5,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      int k,
      float[] c,
      int cOffset,
      int cRow,
      boolean accumulate) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c01 = FloatVector.zero(S);
    FloatVector c02 = FloatVector.zero(S);
    FloatVector c03 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c11 = FloatVector.zero(S);
    FloatVector c12 = FloatVector.zero(S);
    FloatVector c13 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c21 = FloatVector.zero(S);
    FloatVector c22 = FloatVector.zero(S);
    FloatVector c23 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c31 = FloatVector.zero(S);
    FloatVector c32 = FloatVector.zero(S);
    FloatVector c33 = FloatVector.zero(S);
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c41 = FloatVector.zero(S);
    FloatVector c42 = FloatVector.zero(S);
    FloatVector c43 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    FloatVector c51 = FloatVector.zero(S);
    FloatVector c52 = FloatVector.zero(S);
    FloatVector c53 = FloatVector.zero(S);
    int step = 0;
    int at = bOffset;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, at);
      FloatVector b1 = FloatVector.fromArray(S, b, at + L);
      FloatVector b2 = FloatVector.fromArray(S, b, at + 2 * L);
      FloatVector b3 = FloatVector.fromArray(S, b, at + 3 * L);
      FloatVector v0 = FloatVector.broadcast(S, a[a0 + step]);
      c00 = v0.fma(b0, c00);
      c01 = v0.fma(b1, c01);
      c02 = v0.fma(b2, c02);
      c03 = v0.fma(b3, c03);
      FloatVector v1 = FloatVector.broadcast(S, a[a1 + step]);
      c10 = v1.fma(b0, c10);
      c11 = v1.fma(b1, c11);
      c12 = v1.fma(b2, c12);
      c13 = v1.fma(b3, c13);
      FloatVector v2 = FloatVector.broadcast(S, a[a2 + step]);
      c20 = v2.fma(b0, c20);
      c21 = v2.fma(b1, c21);
      c22 = v2.fma(b2, c22);
      c23 = v2.fma(b3, c23);
      FloatVector v3 = FloatVector.broadcast(S, a[a3 + step]);
      c30 = v3.fma(b0, c30);
      c31 = v3.fma(b1, c31);
      c32 = v3.fma(b2, c32);
      c33 = v3.fma(b3, c33);
      FloatVector v4 = FloatVector.broadcast(S, a[a4 + step]);
      c40 = v4.fma(b0, c40);
      c41 = v4.fma(b1, c41);
      c42 = v4.fma(b2, c42);
      c43 = v4.fma(b3, c43);
      FloatVector v5 = FloatVector.broadcast(S, a[a5 + step]);
      c50 = v5.fma(b0, c50);
      c51 = v5.fma(b1, c51);
      c52 = v5.fma(b2, c52);
      c53 = v5.fma(b3, c53);
      step += aStep;
      at += bStep;
    }
    if (accumulate) {
      add(c, cOffset, c00);
      add(c, cOffset + L, c01);
      add(c, cOffset + 2 * L, c02);
      add(c, cOffset + 3 * L, c03);
      add(c, cOffset + cRow, c10);
      add(c, cOffset + cRow + L, c11);
      add(c, cOffset + cRow + 2 * L, c12);
      add(c, cOffset + cRow + 3 * L, c13);
      add(c, cOffset + 2 * cRow, c20);
      add(c, cOffset + 2 * cRow + L, c21);
      add(c, cOffset + 2 * cRow + 2 * L, c22);
      add(c, cOffset + 2 * cRow + 3 * L, c23);
      add(c, cOffset + 3 * cRow, c30);
      add(c, cOffset + 3 * cRow + L, c31);
      add(c, cOffset + 3 * cRow + 2 * L, c32);
      add(c, cOffset + 3 * cRow + 3 * L, c33);
      add(c, cOffset + 4 * cRow, c40);
      add(c, cOffset + 4 * cRow + L, c41);
      add(c, cOffset + 4 * cRow + 2 * L, c42);
      add(c, cOffset + 4 * cRow + 3 * L, c43);
      add(c, cOffset + 5 * cRow, c50);
      add(c, cOffset + 5 * cRow + L, c51);
      add(c, cOffset + 5 * cRow + 2 * L, c52);
      add(c, cOffset + 5 * cRow + 3 * L, c53);
    } else {
      c00.intoArray(c, cOffset);
      c01.intoArray(c, cOffset + L);
      c02.intoArray(c, cOffset + 2 * L);
      c03.intoArray(c, cOffset + 3 * L);
      c10.intoArray(c, cOffset + cRow);
      c11.intoArray(c, cOffset + cRow + L);
      c12.intoArray(c, cOffset + cRow + 2 * L);
      c13.intoArray(c, cOffset + cRow + 3 * L);
      c20.intoArray(c, cOffset + 2 * cRow);
      c21.intoArray(c, cOffset + 2 * cRow + L);
      c22.intoArray(c, cOffset + 2 * cRow + 2 * L);
      c23.intoArray(c, cOffset + 2 * cRow + 3 * L);
      c30.intoArray(c, cOffset + 3 * cRow);
      c31.intoArray(c, cOffset + 3 * cRow + L);
      c32.intoArray(c, cOffset + 3 * cRow + 2 * L);
      c33.intoArray(c, cOffset + 3 * cRow + 3 * L);
      c40.intoArray(c, cOffset + 4 * cRow);
      c41.intoArray(c, cOffset + 4 * cRow + L);
      c42.intoArray(c, cOffset + 4 * cRow + 2 * L);
      c43.intoArray(c, cOffset + 4 * cRow + 3 * L);
      c50.intoArray(c, cOffset + 5 * cRow);
      c51.intoArray(c, cOffset + 5 * cRow + L);
      c52.intoArray(c, cOffset + 5 * cRow + 2 * L);
      c53.intoArray(c, cOffset + 5 * cRow + 3 * L);
    }
  }

  /** Six rows of two vectors. */
  private static void two(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int a4,
      int a5,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      int k,
      float[] c,
      int cOffset,
      int cRow,
      boolean accumulate) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c01 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c11 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c21 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c31 = FloatVector.zero(S);
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c41 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    FloatVector c51 = FloatVector.zero(S);
    int step = 0;
    int at = bOffset;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, at);
      FloatVector b1 = FloatVector.fromArray(S, b, at + L);
      FloatVector v0 = FloatVector.broadcast(S, a[a0 + step]);
      c00 = v0.fma(b0, c00);
      c01 = v0.fma(b1, c01);
      FloatVector v1 = FloatVector.broadcast(S, a[a1 + step]);
      c10 = v1.fma(b0, c10);
      c11 = v1.fma(b1, c11);
      FloatVector v2 = FloatVector.broadcast(S, a[a2 + step]);
      c20 = v2.fma(b0, c20);
      c21 = v2.fma(b1, c21);
      FloatVector v3 = FloatVector.broadcast(S, a[a3 + step]);
      c30 = v3.fma(b0, c30);
      c31 = v3.fma(b1, c31);
      FloatVector v4 = FloatVector.broadcast(S, a[a4 + step]);
      c40 = v4.fma(b0, c40);
      c41 = v4.fma(b1, c41);
      FloatVector v5 = FloatVector.broadcast(S, a[a5 + step]);
      c50 = v5.fma(b0, c50);
      c51 = v5.fma(b1, c51);
      step += aStep;
      at += bStep;
    }
    if (accumulate) {
      add(c, cOffset, c00);
      add(c, cOffset + L, c01);
      add(c, cOffset + cRow, c10);
      add(c, cOffset + cRow + L, c11);
      add(c, cOffset + 2 * cRow, c20);
      add(c, cOffset + 2 * cRow + L, c21);
      add(c, cOffset + 3 * cRow, c30);
      add(c, cOffset + 3 * cRow + L, c31);
      add(c, cOffset + 4 * cRow, c40);
      add(c, cOffset + 4 * cRow + L, c41);
      add(c, cOffset + 5 * cRow, c50);
      add(c, cOffset + 5 * cRow + L, c51);
    } else {
      c00.intoArray(c, cOffset);
      c01.intoArray(c, cOffset + L);
      c10.intoArray(c, cOffset + cRow);
      c11.intoArray(c, cOffset + cRow + L);
      c20.intoArray(c, cOffset + 2 * cRow);
      c21.intoArray(c, cOffset + 2 * cRow + L);
      c30.intoArray(c, cOffset + 3 * cRow);
      c31.intoArray(c, cOffset + 3 * cRow + L);
      c40.intoArray(c, cOffset + 4 * cRow);
      c41.intoArray(c, cOffset + 4 * cRow + L);
      c50.intoArray(c, cOffset + 5 * cRow);
      c51.intoArray(c, cOffset + 5 * cRow + L);
    }
  }

  /** Six rows of one vector. */
  private static void one(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int a4,
      int a5,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      int k,
      float[] c,
      int cOffset,
      int cRow,
      boolean accumulate) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    int step = 0;
    int at = bOffset;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, at);
      FloatVector v0 = FloatVector.broadcast(S, a[a0 + step]);
      c00 = v0.fma(b0, c00);
      FloatVector v1 = FloatVector.broadcast(S, a[a1 + step]);
      c10 = v1.fma(b0, c10);
      FloatVector v2 = FloatVector.broadcast(S, a[a2 + step]);
      c20 = v2.fma(b0, c20);
      FloatVector v3 = FloatVector.broadcast(S, a[a3 + step]);
      c30 = v3.fma(b0, c30);
      FloatVector v4 = FloatVector.broadcast(S, a[a4 + step]);
      c40 = v4.fma(b0, c40);
      FloatVector v5 = FloatVector.broadcast(S, a[a5 + step]);
      c50 = v5.fma(b0, c50);
      step += aStep;
      at += bStep;
    }
    if (accumulate) {
      add(c, cOffset, c00);
      add(c, cOffset + cRow, c10);
      add(c, cOffset + 2 * cRow, c20);
      add(c, cOffset + 3 * cRow, c30);
      add(c, cOffset + 4 * cRow, c40);
      add(c, cOffset + 5 * cRow, c50);
    } else {
      c00.intoArray(c, cOffset);
      c10.intoArray(c, cOffset + cRow);
      c20.intoArray(c, cOffset + 2 * cRow);
      c30.intoArray(c, cOffset + 3 * cRow);
      c40.intoArray(c, cOffset + 4 * cRow);
      c50.intoArray(c, cOffset + 5 * cRow);
    }
  }
}
