package org.vaelix.models.internal;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ModelContext;

/** What a model sees of rows some of whose values were not observed. */
public final class Observed {
  private Observed() {}

  /**
   * {@return the rows with the training mean in place of what was not observed: an encoder must not
   * see what stands there, and a gradient must not meet NaN}
   */
  public static Batch of(Batch batch, ModelContext context) {
    return batch.mask().map(mask -> filled(batch, mask, context)).orElse(batch);
  }

  private static Batch filled(Batch batch, Tensor mask, ModelContext context) {
    Tensor mean = context.graph().constant(context.eventShape(), context.moments().mean());
    return new Batch(
        mask.select(batch.values(), mean), batch.weights(), batch.mask(), batch.conditions());
  }
}
