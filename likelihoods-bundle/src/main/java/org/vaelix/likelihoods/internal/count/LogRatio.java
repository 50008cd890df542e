package org.vaelix.likelihoods.internal.count;

import org.vaelix.core.graph.Tensor;

/** ln(a/b) as ln(1 + (a − b)/b), which keeps its digits where a is near b. */
public final class LogRatio {
  /**
   * The next float above −1. What rounds to −1, an a that vanishes beside b, would have a logarithm
   * of −∞; in the formulas here it belongs to a term that vanishes beside another.
   */
  private static final double ABOVE_MINUS_ONE = Math.nextUp(-1f);

  private LogRatio() {}

  /**
   * {@return ln(1 + excess), finite}
   *
   * @param excess (a − b)/b
   */
  public static Tensor of(Tensor excess) {
    return excess.maximum(ABOVE_MINUS_ONE).log1p();
  }
}
