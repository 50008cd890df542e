package org.vaelix.core.model;

import java.util.Optional;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;

/**
 * The rows that one run of a program sees. A smaller last batch is filled up with rows of weight 0.
 *
 * @param values (rows, event shape…)
 * @param weights (rows,), how much a row counts
 * @param mask of the values' shape, 1 where a value was observed; absent if all were
 * @param conditions what else is known of the rows
 */
public record Batch(Tensor values, Tensor weights, Optional<Tensor> mask, Conditions conditions) {
  /** {@return how many rows there are, those of weight 0 included} */
  public int rows() {
    return conditions.rows();
  }

  /**
   * {@return these rows repeated, the whole block after the whole block}
   *
   * @param times how often
   */
  public Batch repeat(int times) {
    return new Batch(
        Functions.repeatRows(values, times),
        Functions.repeatRows(weights, times),
        mask.map(m -> Functions.repeatRows(m, times)),
        conditions.repeat(times));
  }

  /**
   * {@return the sum over each row's observed values, (rows,)}
   *
   * @param perValue a number for each value, of the values' shape
   */
  public Tensor sumOverEvent(Tensor perValue) {
    Tensor observed =
        mask.map(m -> m.select(perValue, perValue.graph().constant(0))).orElse(perValue);
    return Functions.flatten(observed.broadcast(values.shape())).sum(1);
  }
}
