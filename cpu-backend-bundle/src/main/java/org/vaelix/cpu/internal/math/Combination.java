package org.vaelix.cpu.internal.math;

/**
 * A few operations that are often found together and take one pass over their operands: ranges a, b
 * and c, numbers s and t. A product that is added to something is rounded once with the sum where
 * the machine can do so.
 */
public enum Combination {
  /** a·s + b·t: a fading average. */
  WEIGHTED_SUM,
  /** a·s + b·b·t: a fading average of squares. */
  WEIGHTED_SUM_WITH_SQUARE,
  /** a·s + t. */
  SCALE_AND_SHIFT,
  /** √a·s + t: an optimiser's scale. */
  SCALED_ROOT_AND_SHIFT,
  /** a + b·s. */
  PLUS_SCALED,
  /** a − b·s: a step along a gradient. */
  MINUS_SCALED,
  /** a − b·s/c: a step along a scaled gradient. */
  MINUS_SCALED_QUOTIENT,
  /** a + t + s/b: a step of a continued fraction. */
  SHIFTED_PLUS_QUOTIENT,
  /** a·b + c. */
  PRODUCT_AND_SUM,
  /** b where a > 0, else 0: the gradient of a rectifier. */
  GATE,
  /** max(a + b, 0): a rectifier behind a bias. */
  RECTIFIED_SUM
}
