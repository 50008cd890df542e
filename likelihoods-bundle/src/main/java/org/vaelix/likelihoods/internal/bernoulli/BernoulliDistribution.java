package org.vaelix.likelihoods.internal.bernoulli;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * 1 with probability σ(l), else 0, for each value.
 *
 * @param logit l, (rows, event shape…)
 */
record BernoulliDistribution(Tensor logit) implements ConditionalDistribution {
  static final String PROBABILITY = "probability";

  @Override
  public Tensor logDensity(Tensor values) {
    return values.multiply(logit).subtract(logit.softplus());
  }

  @Override
  public Tensor mean() {
    return logit.sigmoid();
  }

  /** σ(l)·σ(−l) rather than σ·(1 − σ), which loses all digits where σ is near 1. */
  @Override
  public Tensor variance() {
    return logit.sigmoid().multiply(logit.negate().sigmoid());
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(PROBABILITY, mean());
  }
}
