package org.vaelix.cpu.internal.matrix;

/**
 * What is done to a finished block of a product while it is still in the cache: adding a bias, an
 * activation, a mask. Called once for each place of the result, by several threads at once.
 */
@FunctionalInterface
public interface Epilogue {
  /**
   * Works on a block in place.
   *
   * @param memory where it lies
   * @param offset of its first value
   * @param stride from one row to the next
   * @param batch which of the products, from 0
   * @param row of the block's first value in its product
   * @param column of the block's first value in its product
   * @param rows of the block
   * @param columns of the block
   */
  void apply(
      float[] memory,
      int offset,
      int stride,
      int batch,
      int row,
      int column,
      int rows,
      int columns);
}
