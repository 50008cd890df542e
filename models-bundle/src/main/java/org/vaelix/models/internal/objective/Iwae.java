package org.vaelix.models.internal.objective;

import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;
import org.vaelix.models.internal.objective.IwaeObjective.Gradient;

/** The importance-weighted bound of each row. */
record Iwae(IwaeObjective.Config config, ModelContext context) implements Objective {
  /** Measure: the importance-weighted bound, (rows,), in nats. */
  static final String IWAE = "iwae";

  @Override
  public Terms terms(Inference inference) {
    Tensor z = inference.posterior().sample(config.samples());
    boolean isDouble = config.gradient() == Gradient.DOUBLY_REPARAMETERISED && context.isTraining();
    // Fixed, z has no gradient of its own; the second formula gives it one.
    Tensor point = isDouble ? z.stopGradient() : z;
    Reconstruction decoded = inference.decode(point);
    Tensor joint = joint(inference, point, decoded);
    Tensor logQ = inference.posterior().logDensity(point).sum(-1);
    Tensor logWeights = joint.subtract(logQ);
    Tensor bound = mean(logWeights);
    Map<String, Tensor> measures = Bound.of(inference, point, decoded).measures();
    measures.put(IWAE, bound);
    Tensor objective = isDouble ? doubly(z, point, joint, logWeights, bound) : bound;
    return Losses.of(objective.negate(), measures);
  }

  /** ln p(x, z) of each draw, less the KL within the decoder, (samples, rows). */
  private static Tensor joint(Inference inference, Tensor z, Reconstruction decoded) {
    Tensor logPrior = inference.prior().logDensity(z, inference.batch().conditions()).sum(-1);
    Tensor joint = decoded.logDensity().add(logPrior);
    return Bound.innerKl(decoded).map(joint::subtract).orElse(joint);
  }

  private Tensor mean(Tensor logWeights) {
    return Functions.logSumExp(logWeights, 0).subtract(Math.log(config.samples()));
  }

  /**
   * The bound with the gradient of Tucker et al. 2019: decoder and prior follow Σ w̃ ∇ln p(x, z),
   * the encoder Σ w̃² ∂ln w/∂z·∇z, with w̃ the weights normalised to a sum of 1.
   */
  private static Tensor doubly(
      Tensor z, Tensor point, Tensor joint, Tensor logWeights, Tensor bound) {
    Tensor share = Functions.logSoftmax(logWeights, 0).exp().stopGradient();
    Tensor weighted = share.multiply(logWeights).sum();
    Tensor atPoint = Gradients.of(weighted, List.of(point)).get(0);
    int samples = share.shape().size(0);
    Tensor squared = share.reshape(samples, share.shape().size(1), 1).multiply(atPoint);
    Tensor encoder = squared.stopGradient().multiply(z).sum(2);
    return Functions.withGradientOf(bound, share.multiply(joint).add(encoder).sum(0));
  }
}
