package org.vaelix.cpu.internal.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products of four rows with four others that begin anywhere, lane by lane: 16 running sums
 * in registers. The file is long because registers must be local variables.
 */
final class DotTiles {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private DotTiles() {}

  /** Adds to sums: 4 times 4 vectors. Rows that are not there repeat the last one that is. */
  static void tile(
      float[] memory,
      int a0,
      int aRow,
      int rows,
      int b,
      int[] places,
      int place,
      int count,
      int length,
      float[] sums,
      int at) {
    int last = place + count - 1;
    four(
        memory,
        a0,
        a0 + Math.min(1, rows - 1) * aRow,
        a0 + Math.min(2, rows - 1) * aRow,
        a0 + Math.min(3, rows - 1) * aRow,
        b + places[place],
        b + places[Math.min(place + 1, last)],
        b + places[Math.min(place + 2, last)],
        b + places[Math.min(place + 3, last)],
        length,
        sums,
        at);
  }

  private static void four(
      float[] memory,
      int a0,
      int a1,
      int a2,
      int a3,
      int b0,
      int b1,
      int b2,
      int b3,
      int length,
      float[] sums,
      int at) {
    FloatVector c00 = FloatVector.fromArray(S, sums, at);
    FloatVector c01 = FloatVector.fromArray(S, sums, at + L);
    FloatVector c02 = FloatVector.fromArray(S, sums, at + 2 * L);
    FloatVector c03 = FloatVector.fromArray(S, sums, at + 3 * L);
    FloatVector c10 = FloatVector.fromArray(S, sums, at + 4 * L);
    FloatVector c11 = FloatVector.fromArray(S, sums, at + 5 * L);
    FloatVector c12 = FloatVector.fromArray(S, sums, at + 6 * L);
    FloatVector c13 = FloatVector.fromArray(S, sums, at + 7 * L);
    FloatVector c20 = FloatVector.fromArray(S, sums, at + 8 * L);
    FloatVector c21 = FloatVector.fromArray(S, sums, at + 9 * L);
    FloatVector c22 = FloatVector.fromArray(S, sums, at + 10 * L);
    FloatVector c23 = FloatVector.fromArray(S, sums, at + 11 * L);
    FloatVector c30 = FloatVector.fromArray(S, sums, at + 12 * L);
    FloatVector c31 = FloatVector.fromArray(S, sums, at + 13 * L);
    FloatVector c32 = FloatVector.fromArray(S, sums, at + 14 * L);
    FloatVector c33 = FloatVector.fromArray(S, sums, at + 15 * L);
    for (int f = 0; f < length; f += L) {
      FloatVector v0 = FloatVector.fromArray(S, memory, a0 + f);
      FloatVector v1 = FloatVector.fromArray(S, memory, a1 + f);
      FloatVector v2 = FloatVector.fromArray(S, memory, a2 + f);
      FloatVector v3 = FloatVector.fromArray(S, memory, a3 + f);
      FloatVector x0 = FloatVector.fromArray(S, memory, b0 + f);
      c00 = v0.fma(x0, c00);
      c10 = v1.fma(x0, c10);
      c20 = v2.fma(x0, c20);
      c30 = v3.fma(x0, c30);
      FloatVector x1 = FloatVector.fromArray(S, memory, b1 + f);
      c01 = v0.fma(x1, c01);
      c11 = v1.fma(x1, c11);
      c21 = v2.fma(x1, c21);
      c31 = v3.fma(x1, c31);
      FloatVector x2 = FloatVector.fromArray(S, memory, b2 + f);
      c02 = v0.fma(x2, c02);
      c12 = v1.fma(x2, c12);
      c22 = v2.fma(x2, c22);
      c32 = v3.fma(x2, c32);
      FloatVector x3 = FloatVector.fromArray(S, memory, b3 + f);
      c03 = v0.fma(x3, c03);
      c13 = v1.fma(x3, c13);
      c23 = v2.fma(x3, c23);
      c33 = v3.fma(x3, c33);
    }
    c00.intoArray(sums, at);
    c01.intoArray(sums, at + L);
    c02.intoArray(sums, at + 2 * L);
    c03.intoArray(sums, at + 3 * L);
    c10.intoArray(sums, at + 4 * L);
    c11.intoArray(sums, at + 5 * L);
    c12.intoArray(sums, at + 6 * L);
    c13.intoArray(sums, at + 7 * L);
    c20.intoArray(sums, at + 8 * L);
    c21.intoArray(sums, at + 9 * L);
    c22.intoArray(sums, at + 10 * L);
    c23.intoArray(sums, at + 11 * L);
    c30.intoArray(sums, at + 12 * L);
    c31.intoArray(sums, at + 13 * L);
    c32.intoArray(sums, at + 14 * L);
    c33.intoArray(sums, at + 15 * L);
  }
}
