package org.vaelix.models.internal.objective;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;

/** Holds the KL of each row at a capacity. */
record Capacity(CapacityObjective.Config config, ModelContext context) implements Objective {
  @Override
  public Terms terms(Inference inference) {
    Tensor z = inference.posterior().sample(config.samples());
    Reconstruction decoded = inference.decode(z);
    Bound bound = Bound.of(inference, z, decoded);
    Tensor capacity = context.scheduled("capacity", config.capacity());
    Tensor gamma = context.scheduled("gamma", config.gamma());
    Tensor distance = bound.kl().subtract(capacity).abs();
    return Losses.of(distance.multiply(gamma).subtract(bound.reconstruction()), bound.measures());
  }
}
