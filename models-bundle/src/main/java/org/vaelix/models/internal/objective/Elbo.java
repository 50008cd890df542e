package org.vaelix.models.internal.objective;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;
import org.vaelix.models.internal.objective.ElboObjective.Config;
import org.vaelix.models.internal.objective.ElboObjective.Gradient;

/** The evidence lower bound of each row. */
record Elbo(Config config, ModelContext context) implements Objective {
  @Override
  public Terms terms(Inference inference) {
    Tensor beta = context.scheduled("beta", config.beta());
    if (config.gradient() == Gradient.SCORE_FUNCTION && context.isTraining()) {
      return new ScoreFunction(config, context, beta).terms(inference);
    }
    Tensor z = inference.posterior().sample(config.samples());
    Reconstruction decoded = inference.decode(z);
    Bound bound = Bound.of(inference, z, decoded);
    FreeBits free = new FreeBits(config.freeBits(), config.freeBitsOver());
    Tensor cost = free.cost(bound, inference.batch().weights());
    return Losses.of(cost.multiply(beta).subtract(bound.reconstruction()), bound.measures());
  }
}
