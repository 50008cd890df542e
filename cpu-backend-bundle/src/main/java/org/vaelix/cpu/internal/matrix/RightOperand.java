package org.vaelix.cpu.internal.matrix;

/** Where a tile reads the right operand from. */
enum RightOperand {
  /** From where it lies. */
  IN_PLACE,
  /** From a panel that each part packs in its own scratch. */
  PACKED_BY_PART,
  /** From panels that a task before packed for all parts. */
  PACKED_BEFORE;

  /** With so few rows of tiles a panel would be read about as often as it was written. */
  private static final int FEW_TILES = 2;

  static RightOperand of(MatrixKernel kernel, Product product, Blocking blocking) {
    boolean fewRows = product.m() <= FEW_TILES * kernel.rows();
    if (kernel.readsInPlace() && !product.transposeB() && fewRows) {
      return IN_PLACE;
    }
    boolean shared = blocking.down(product) > 1 && product.transposeB();
    return shared ? PACKED_BEFORE : PACKED_BY_PART;
  }
}
