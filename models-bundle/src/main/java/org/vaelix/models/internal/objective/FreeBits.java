package org.vaelix.models.internal.objective;

import java.util.Arrays;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelException;
import org.vaelix.models.internal.Rows;

/**
 * A KL that costs nothing up to a bound, so that a dimension is not given up before it is of use
 * (Kingma et al. 2016): max(λ, KL), of the mean over the batch.
 *
 * @param nats λ
 * @param over what has that much free
 */
record FreeBits(double nats, Over over) {
  /** What has λ nats free. */
  enum Over {
    /** Each dimension. */
    DIMENSION,
    /** All of them together. */
    TOTAL
  }

  /**
   * {@return what the KL of each row costs, (rows,); its weighted mean is the sum of max(λ, KL)}
   */
  Tensor cost(Bound bound, Tensor weights) {
    if (nats == 0) {
      return bound.kl();
    }
    if (over == Over.TOTAL) {
      return bounded(bound.kl(), weights);
    }
    if (!bound.isByDimension()) {
      throw new ModelException(
          "free bits by dimension need a KL that factorises over the dimensions, which this"
              + " posterior and prior do not give; set the objective's 'freeBitsOver' to total");
    }
    return bound.plusInner(bounded(bound.perDimension(), weights).sum(1));
  }

  private Tensor bounded(Tensor kl, Tensor weights) {
    Tensor isPaid = Rows.mean(kl, weights).greater(nats);
    int[] row = new int[kl.shape().rank()];
    Arrays.setAll(row, axis -> axis == 0 ? 1 : kl.shape().size(axis));
    return isPaid.reshape(row).select(kl, kl.graph().constant(nats));
  }
}
