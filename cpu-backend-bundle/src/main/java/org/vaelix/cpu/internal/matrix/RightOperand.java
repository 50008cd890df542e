package org.vaelix.cpu.internal.matrix;

/** Where a tile reads the right operand from. */
enum RightOperand {
  /** From where it lies. */
  IN_PLACE,
  /** From a panel that each part packs in its own scratch. */
  PACKED_BY_PART,
  /** From panels that a task before packed for all parts. */
  PACKED_BEFORE;

  /**
   * Up to so many rows a panel is not packed: its rows come out of the second-level cache as fast
   * from where they lie. With more rows packing costs nothing to speak of, and is the safer choice
   * where rows lie a power of two apart and fall on the same cache lines.
   */
  private static final int FEW_ROWS = 512;

  static RightOperand of(MatrixKernel kernel, Product product, Blocking blocking) {
    if (!product.transposeB()) {
      boolean few = Math.min(product.m(), blocking.rows()) <= FEW_ROWS;
      return kernel.readsInPlace() && few ? IN_PLACE : PACKED_BY_PART;
    }
    return blocking.down(product) > 1 ? PACKED_BEFORE : PACKED_BY_PART;
  }
}
