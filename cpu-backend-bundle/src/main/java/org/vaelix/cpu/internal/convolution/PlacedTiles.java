package org.vaelix.cpu.internal.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Eight rows of one to three vectors; each row of the right operand begins at a place of its own,
 * as the shifted pixels of a convolution do. The file is long because registers must be local
 * variables: an array of vectors would live in memory.
 */
final class PlacedTiles {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private PlacedTiles() {}

  /**
   * A tile; rows that are not there repeat the last one that is, and what comes of them is dropped.
   */
  static void tile(
      int width,
      float[] a,
      int a0,
      int aRow,
      int rows,
      float[] b,
      int bOffset,
      int[] places,
      int count,
      float[] c,
      int cOffset,
      int cRow) {
    int last = rows - 1;
    int a1 = a0 + Math.min(1, last) * aRow;
    int a2 = a0 + Math.min(2, last) * aRow;
    int a3 = a0 + Math.min(3, last) * aRow;
    int a4 = a0 + Math.min(4, last) * aRow;
    int a5 = a0 + Math.min(5, last) * aRow;
    int a6 = a0 + Math.min(6, last) * aRow;
    int a7 = a0 + Math.min(7, last) * aRow;
    if (width == 3 * L) {
      three(a, a0, a1, a2, a3, a4, a5, a6, a7, b, bOffset, places, count, c, cOffset, cRow);
    } else if (width == 2 * L) {
      two(a, a0, a1, a2, a3, a4, a5, a6, a7, b, bOffset, places, count, c, cOffset, cRow);
    } else {
      one(a, a0, a1, a2, a3, a4, a5, a6, a7, b, bOffset, places, count, c, cOffset, cRow);
    }
  }

  private static void three(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int a4,
      int a5,
      int a6,
      int a7,
      float[] b,
      int bOffset,
      int[] places,
      int count,
      float[] c,
      int cOffset,
      int cRow) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c01 = FloatVector.zero(S);
    FloatVector c02 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c11 = FloatVector.zero(S);
    FloatVector c12 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c21 = FloatVector.zero(S);
    FloatVector c22 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c31 = FloatVector.zero(S);
    FloatVector c32 = FloatVector.zero(S);
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c41 = FloatVector.zero(S);
    FloatVector c42 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    FloatVector c51 = FloatVector.zero(S);
    FloatVector c52 = FloatVector.zero(S);
    FloatVector c60 = FloatVector.zero(S);
    FloatVector c61 = FloatVector.zero(S);
    FloatVector c62 = FloatVector.zero(S);
    FloatVector c70 = FloatVector.zero(S);
    FloatVector c71 = FloatVector.zero(S);
    FloatVector c72 = FloatVector.zero(S);
    for (int p = 0; p < count; p++) {
      int at = bOffset + places[p];
      FloatVector b0 = FloatVector.fromArray(S, b, at);
      FloatVector b1 = FloatVector.fromArray(S, b, at + L);
      FloatVector b2 = FloatVector.fromArray(S, b, at + 2 * L);
      FloatVector v0 = FloatVector.broadcast(S, a[a0 + p]);
      c00 = v0.fma(b0, c00);
      c01 = v0.fma(b1, c01);
      c02 = v0.fma(b2, c02);
      FloatVector v1 = FloatVector.broadcast(S, a[a1 + p]);
      c10 = v1.fma(b0, c10);
      c11 = v1.fma(b1, c11);
      c12 = v1.fma(b2, c12);
      FloatVector v2 = FloatVector.broadcast(S, a[a2 + p]);
      c20 = v2.fma(b0, c20);
      c21 = v2.fma(b1, c21);
      c22 = v2.fma(b2, c22);
      FloatVector v3 = FloatVector.broadcast(S, a[a3 + p]);
      c30 = v3.fma(b0, c30);
      c31 = v3.fma(b1, c31);
      c32 = v3.fma(b2, c32);
      FloatVector v4 = FloatVector.broadcast(S, a[a4 + p]);
      c40 = v4.fma(b0, c40);
      c41 = v4.fma(b1, c41);
      c42 = v4.fma(b2, c42);
      FloatVector v5 = FloatVector.broadcast(S, a[a5 + p]);
      c50 = v5.fma(b0, c50);
      c51 = v5.fma(b1, c51);
      c52 = v5.fma(b2, c52);
      FloatVector v6 = FloatVector.broadcast(S, a[a6 + p]);
      c60 = v6.fma(b0, c60);
      c61 = v6.fma(b1, c61);
      c62 = v6.fma(b2, c62);
      FloatVector v7 = FloatVector.broadcast(S, a[a7 + p]);
      c70 = v7.fma(b0, c70);
      c71 = v7.fma(b1, c71);
      c72 = v7.fma(b2, c72);
    }
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + L);
    c02.intoArray(c, cOffset + 2 * L);
    c10.intoArray(c, cOffset + cRow);
    c11.intoArray(c, cOffset + cRow + L);
    c12.intoArray(c, cOffset + cRow + 2 * L);
    c20.intoArray(c, cOffset + 2 * cRow);
    c21.intoArray(c, cOffset + 2 * cRow + L);
    c22.intoArray(c, cOffset + 2 * cRow + 2 * L);
    c30.intoArray(c, cOffset + 3 * cRow);
    c31.intoArray(c, cOffset + 3 * cRow + L);
    c32.intoArray(c, cOffset + 3 * cRow + 2 * L);
    c40.intoArray(c, cOffset + 4 * cRow);
    c41.intoArray(c, cOffset + 4 * cRow + L);
    c42.intoArray(c, cOffset + 4 * cRow + 2 * L);
    c50.intoArray(c, cOffset + 5 * cRow);
    c51.intoArray(c, cOffset + 5 * cRow + L);
    c52.intoArray(c, cOffset + 5 * cRow + 2 * L);
    c60.intoArray(c, cOffset + 6 * cRow);
    c61.intoArray(c, cOffset + 6 * cRow + L);
    c62.intoArray(c, cOffset + 6 * cRow + 2 * L);
    c70.intoArray(c, cOffset + 7 * cRow);
    c71.intoArray(c, cOffset + 7 * cRow + L);
    c72.intoArray(c, cOffset + 7 * cRow + 2 * L);
  }

  private static void two(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int a4,
      int a5,
      int a6,
      int a7,
      float[] b,
      int bOffset,
      int[] places,
      int count,
      float[] c,
      int cOffset,
      int cRow) {
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
    FloatVector c60 = FloatVector.zero(S);
    FloatVector c61 = FloatVector.zero(S);
    FloatVector c70 = FloatVector.zero(S);
    FloatVector c71 = FloatVector.zero(S);
    for (int p = 0; p < count; p++) {
      int at = bOffset + places[p];
      FloatVector b0 = FloatVector.fromArray(S, b, at);
      FloatVector b1 = FloatVector.fromArray(S, b, at + L);
      FloatVector v0 = FloatVector.broadcast(S, a[a0 + p]);
      c00 = v0.fma(b0, c00);
      c01 = v0.fma(b1, c01);
      FloatVector v1 = FloatVector.broadcast(S, a[a1 + p]);
      c10 = v1.fma(b0, c10);
      c11 = v1.fma(b1, c11);
      FloatVector v2 = FloatVector.broadcast(S, a[a2 + p]);
      c20 = v2.fma(b0, c20);
      c21 = v2.fma(b1, c21);
      FloatVector v3 = FloatVector.broadcast(S, a[a3 + p]);
      c30 = v3.fma(b0, c30);
      c31 = v3.fma(b1, c31);
      FloatVector v4 = FloatVector.broadcast(S, a[a4 + p]);
      c40 = v4.fma(b0, c40);
      c41 = v4.fma(b1, c41);
      FloatVector v5 = FloatVector.broadcast(S, a[a5 + p]);
      c50 = v5.fma(b0, c50);
      c51 = v5.fma(b1, c51);
      FloatVector v6 = FloatVector.broadcast(S, a[a6 + p]);
      c60 = v6.fma(b0, c60);
      c61 = v6.fma(b1, c61);
      FloatVector v7 = FloatVector.broadcast(S, a[a7 + p]);
      c70 = v7.fma(b0, c70);
      c71 = v7.fma(b1, c71);
    }
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
    c60.intoArray(c, cOffset + 6 * cRow);
    c61.intoArray(c, cOffset + 6 * cRow + L);
    c70.intoArray(c, cOffset + 7 * cRow);
    c71.intoArray(c, cOffset + 7 * cRow + L);
  }

  private static void one(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int a4,
      int a5,
      int a6,
      int a7,
      float[] b,
      int bOffset,
      int[] places,
      int count,
      float[] c,
      int cOffset,
      int cRow) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    FloatVector c60 = FloatVector.zero(S);
    FloatVector c70 = FloatVector.zero(S);
    for (int p = 0; p < count; p++) {
      int at = bOffset + places[p];
      FloatVector b0 = FloatVector.fromArray(S, b, at);
      FloatVector v0 = FloatVector.broadcast(S, a[a0 + p]);
      c00 = v0.fma(b0, c00);
      FloatVector v1 = FloatVector.broadcast(S, a[a1 + p]);
      c10 = v1.fma(b0, c10);
      FloatVector v2 = FloatVector.broadcast(S, a[a2 + p]);
      c20 = v2.fma(b0, c20);
      FloatVector v3 = FloatVector.broadcast(S, a[a3 + p]);
      c30 = v3.fma(b0, c30);
      FloatVector v4 = FloatVector.broadcast(S, a[a4 + p]);
      c40 = v4.fma(b0, c40);
      FloatVector v5 = FloatVector.broadcast(S, a[a5 + p]);
      c50 = v5.fma(b0, c50);
      FloatVector v6 = FloatVector.broadcast(S, a[a6 + p]);
      c60 = v6.fma(b0, c60);
      FloatVector v7 = FloatVector.broadcast(S, a[a7 + p]);
      c70 = v7.fma(b0, c70);
    }
    c00.intoArray(c, cOffset);
    c10.intoArray(c, cOffset + cRow);
    c20.intoArray(c, cOffset + 2 * cRow);
    c30.intoArray(c, cOffset + 3 * cRow);
    c40.intoArray(c, cOffset + 4 * cRow);
    c50.intoArray(c, cOffset + 5 * cRow);
    c60.intoArray(c, cOffset + 6 * cRow);
    c70.intoArray(c, cOffset + 7 * cRow);
  }
}
