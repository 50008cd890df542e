package org.vaelix.models.internal;

import java.util.Arrays;
import org.vaelix.core.graph.Tensor;

/** What the rows of a batch have in common, those of weight 0 left out. */
public final class Rows {
  private Rows() {}

  /**
   * {@return the weighted mean over the rows, without their axis}
   *
   * @param perRow (rows, …)
   * @param weights (rows,)
   */
  public static Tensor mean(Tensor perRow, Tensor weights) {
    int[] column = new int[perRow.shape().rank()];
    Arrays.fill(column, 1);
    column[0] = weights.shape().size(0);
    // Chosen, not multiplied: what stands in a row of weight 0 may not even be finite.
    Tensor weight = weights.reshape(column);
    Tensor counted = weight.greater(0).select(perRow, perRow.graph().constant(0));
    return counted.multiply(weight).sum(0).divide(weights.sum());
  }

  /** {@return the same number for each row, (rows,)} */
  public static Tensor spread(Tensor scalar, Tensor weights) {
    return scalar.broadcast(weights.shape());
  }
}
