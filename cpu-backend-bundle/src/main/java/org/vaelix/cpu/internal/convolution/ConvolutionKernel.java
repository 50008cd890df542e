package org.vaelix.cpu.internal.convolution;

import org.vaelix.cpu.internal.math.Simd;

/** The innermost pieces of convolutions. */
interface ConvolutionKernel {
  /** {@return rows of a full tile} */
  int rows();

  /** {@return columns of a full tile} */
  int columns();

  /** {@return how many floats behind the last that counts may be read and written} */
  int lanes();

  /** {@return what saves products with filters of three rows} */
  Transforms transforms();

  /** {@return how wide the next tile is, at least as wide as what it must cover} */
  int width(int left);

  /** {@return floating-point operations per nanosecond, roughly, to decide on threads} */
  double speed();

  /**
   * Computes tile[i][j] = Σₚ a[i][p] · b[places[p] + j], over the first places. May read b as far
   * as the tile is wide.
   *
   * @param width of the tile, as {@link #width} said
   * @param a rows of coefficients, aRow apart
   * @param aOffset of the first
   * @param aRow from one row to the next
   * @param rows how many there are
   * @param b the shifted values
   * @param bOffset added to all places
   * @param places where row p of b begins
   * @param count how many places
   * @param tile where the result goes, all rows() of it
   * @param tileOffset where that begins
   * @param tileRow from one of its rows to the next
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
      int count,
      float[] tile,
      int tileOffset,
      int tileRow);

  /**
   * Adds a tile to others.
   *
   * @param floats where both are
   * @param to the first row of the sums, with room for whole vectors
   * @param toRow from one of its rows to the next
   * @param tile the first row of the tile, whose rows lie one after another
   * @param rows how many
   * @param width of the tile, as {@link #width} said
   */
  void add(float[] floats, int to, int toRow, int tile, int rows, int width);

  /** {@return the fastest that this JVM can run} */
  static ConvolutionKernel best() {
    return Simd.isThere() ? new VectorConvolutionKernel() : new PlainConvolutionKernel();
  }
}
