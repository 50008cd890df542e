package org.vaelix.cpu.internal.convolution;

import org.vaelix.cpu.internal.math.Simd;

/** The innermost pieces of convolutions. */
interface ConvolutionKernel {
  /** Rows and places of one tile of {@link #dots}. */
  int DOTS = 4;

  /** {@return rows of a full tile} */
  int rows();

  /** {@return columns of a full tile} */
  int columns();

  /** {@return how many running sums stand for one in {@link #dots}} */
  int lanes();

  /** {@return how wide the next tile is, at least as wide as what it must cover} */
  int width(int left);

  /** {@return floating-point operations per nanosecond, roughly, to decide on threads} */
  double speed();

  /**
   * Computes tile[i][j] = Σₚ a[i][p] · b[places[p] + j], over all places. May read b as far as the
   * tile is wide.
   *
   * @param width of the tile, as {@link #width} said
   * @param a rows of coefficients, aRow apart
   * @param aOffset of the first
   * @param aRow from one row to the next
   * @param rows how many there are
   * @param b the shifted values
   * @param bOffset added to all places
   * @param places where row p of b begins
   * @param tile where the result goes, rows() · width
   * @param tileOffset where that begins
   */
  void placed(
      int width,
      float[] a,
      int aOffset,
      int aRow,
      int rows,
      float[] b,
      int bOffset,
      int[] places,
      float[] tile,
      int tileOffset);

  /**
   * Adds to sums[i][j][lane] the products of a[i][f] with memory[b + places[j] + f], f running over
   * a length that is a multiple of lanes. The sums are DOTS · DOTS · lanes.
   */
  void dots(
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
      int sumsOffset);

  /** {@return the fastest that this JVM can run} */
  static ConvolutionKernel best() {
    return Simd.isThere() ? new VectorConvolutionKernel() : new PlainConvolutionKernel();
  }
}
