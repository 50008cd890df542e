package org.vaelix.cpu.internal.matrix;

import org.vaelix.cpu.internal.math.Simd;

/**
 * The innermost piece of a matrix product: one tile of the result, kept in registers while the sum
 * runs over k. Everything else (which tile when, packing, threads) is the same for all kernels.
 */
public interface MatrixKernel {

  /** {@return rows of a full tile} */
  int rows();

  /** {@return columns of a full tile; one is never wider} */
  int columns();

  /**
   * {@return how wide the next tile is best, in packed columns: more than are left where a panel is
   * filled up with zeros}
   *
   * @param left how many columns of the product are not yet covered, at least 1
   */
  int width(int left);

  /** {@return whether b may be read where it lies, instead of from a panel in other memory} */
  boolean readsInPlace();

  /** {@return floating-point operations per nanosecond, roughly, to decide on threads} */
  double speed();

  /**
   * Computes c = a·b, or c += a·b, for one tile. One of a's two strides is 1. Where its rows lie
   * beside one another, {@link #rows} of them are read even if the tile has fewer. Reads b as wide
   * as {@link #width} of its columns, and ignores what lies beyond them; writes nothing beyond rows
   * and columns.
   *
   * @param a where a is
   * @param aOffset its value at row 0, k = 0
   * @param aRow from one row to the next
   * @param aStep from one k to the next
   * @param b where b is
   * @param bOffset its value at k = 0, column 0
   * @param bStep from one k to the next; columns lie side by side
   * @param k how many products are summed
   * @param c where the result goes
   * @param cOffset its row 0, column 0
   * @param cRow from one row to the next
   * @param rows 1 to {@link #rows}
   * @param columns 1 to {@link #columns}
   * @param accumulate whether c's old values are added
   * @param edge rows() · columns() floats for tiles that are not full
   * @param edgeOffset where those begin
   */
  void tile(
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
      int edgeOffset);

  /** {@return the fastest kernel that this JVM can run} */
  static MatrixKernel best() {
    return Simd.isThere() ? new VectorKernel() : new PlainKernel();
  }
}
