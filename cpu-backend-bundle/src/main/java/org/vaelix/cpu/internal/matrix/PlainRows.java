package org.vaelix.cpu.internal.matrix;

import java.util.Arrays;
import org.vaelix.cpu.internal.thread.PerThread;

/**
 * Sums of multiples of rows, without the Vector API. The compiler turns a loop into vector
 * instructions by itself only if every array in it is read and written at the loop's own index: so
 * rows of b are brought into arrays of their own, four at a time, and serve all rows of the sum.
 */
public final class PlainRows {
  /** Rows of a sum. */
  public static final int ROWS = 8;

  /** Columns of a sum; the loops begin to pay at some hundred. */
  public static final int COLUMNS = 512;

  private static final PerThread<PlainRows> OWN = new PerThread<>(PlainRows::new);

  private final float[][] sums = new float[ROWS][COLUMNS];
  private final float[] b0 = new float[COLUMNS];
  private final float[] b1 = new float[COLUMNS];
  private final float[] b2 = new float[COLUMNS];
  private final float[] b3 = new float[COLUMNS];

  private PlainRows() {}

  /**
   * {@return this thread's own, its sums 0}
   *
   * @param columns how many will be used
   */
  public static PlainRows zero(int columns) {
    PlainRows rows = OWN.get();
    for (float[] sum : rows.sums) {
      Arrays.fill(sum, 0, columns, 0f);
    }
    return rows;
  }

  /** {@return the sum of a row, to be read} */
  public float[] sum(int row) {
    return sums[row];
  }

  /**
   * Adds multiples of four rows of b to each sum.
   *
   * @param a sum i gets a[aOffset + i · aRow + p · aStep] times row p
   * @param b where the rows are
   * @param at0 where row 0 begins; the others likewise
   */
  public void four(
      float[] a,
      int aOffset,
      int aRow,
      int aStep,
      float[] b,
      int at0,
      int at1,
      int at2,
      int at3,
      int rows,
      int columns) {
    System.arraycopy(b, at0, b0, 0, columns);
    System.arraycopy(b, at1, b1, 0, columns);
    System.arraycopy(b, at2, b2, 0, columns);
    System.arraycopy(b, at3, b3, 0, columns);
    for (int i = 0; i < rows; i++) {
      int at = aOffset + i * aRow;
      add(
          a[at],
          a[at + aStep],
          a[at + 2 * aStep],
          a[at + 3 * aStep],
          b0,
          b1,
          b2,
          b3,
          sums[i],
          columns);
    }
  }

  /** Adds a multiple of one row of b to each sum. */
  public void one(float[] a, int aOffset, int aRow, float[] b, int at, int rows, int columns) {
    System.arraycopy(b, at, b0, 0, columns);
    for (int i = 0; i < rows; i++) {
      add(a[aOffset + i * aRow], b0, sums[i], columns);
    }
  }

  private static void add(
      float a0,
      float a1,
      float a2,
      float a3,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      float[] sum,
      int columns) {
    for (int j = 0; j < columns; j++) {
      sum[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void add(float a, float[] b, float[] sum, int columns) {
    for (int j = 0; j < columns; j++) {
      sum[j] += a * b[j];
    }
  }
}
