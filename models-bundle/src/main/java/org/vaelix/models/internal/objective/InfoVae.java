package org.vaelix.models.internal.objective;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Inference.Reconstruction;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Terms;
import org.vaelix.models.internal.Rows;

/** Trades the KL of each row for the distance of all rows' codes from the prior. */
record InfoVae(InfoVaeObjective.Config config) implements Objective {
  /** Measure: MMD² of codes and draws of the prior, the same for each row of a batch, (rows,). */
  static final String MMD = "mmd";

  @Override
  public Terms terms(Inference inference) {
    Tensor z = inference.posterior().sample(1);
    Reconstruction decoded = inference.decode(z);
    Bound bound = Bound.of(inference, z, decoded);
    Tensor weights = inference.batch().weights();
    Tensor distance = Rows.spread(distance(inference, z, weights), weights);
    double pull = config.alpha() + config.lambda() - 1;
    Tensor cost = bound.kl().multiply(1 - config.alpha()).add(distance.multiply(pull));
    Map<String, Tensor> measures = bound.measures();
    measures.put(MMD, distance);
    return Losses.of(cost.subtract(bound.reconstruction()), measures);
  }

  /** Gretton et al. 2012, the biased estimate, which is never negative. */
  private Tensor distance(Inference inference, Tensor z, Tensor weights) {
    int latent = z.shape().size(2);
    Tensor codes = z.reshape(z.shape().size(1), latent);
    Tensor draws = inference.prior().sample(inference.batch().conditions());
    Tensor within = mean(codes, codes, weights).add(mean(draws, draws, weights));
    return within.subtract(mean(codes, draws, weights).multiply(2));
  }

  /** The mean kernel of all pairs, rows of weight 0 left out. */
  private Tensor mean(Tensor left, Tensor right, Tensor weights) {
    int rows = left.shape().size(0);
    int latent = left.shape().size(1);
    Tensor difference = left.reshape(rows, 1, latent).subtract(right.reshape(1, rows, latent));
    double scale = -0.5 / (config.sigma() * config.sigma() * latent);
    Tensor kernel = difference.square().sum(2).multiply(scale).exp();
    return Rows.mean(Rows.mean(kernel, weights), weights);
  }
}
