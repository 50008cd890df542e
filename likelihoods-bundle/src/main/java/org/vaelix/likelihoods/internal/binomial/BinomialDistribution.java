package org.vaelix.likelihoods.internal.binomial;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * How many of n trials succeed, for each value.
 *
 * @param trials n, broadcastable to (rows, event shape…)
 * @param logit ln p/(1 − p), (rows, event shape…)
 */
record BinomialDistribution(Tensor trials, Tensor logit) implements ConditionalDistribution {
  static final String PROBABILITY = "probability";
  static final String TRIALS = "trials";

  @Override
  public Tensor logDensity(Tensor values) {
    return BinomialMass.log(values, trials, logit);
  }

  @Override
  public Tensor mean() {
    return trials.multiply(logit.sigmoid());
  }

  /** n·σ(l)·σ(−l) rather than n·p·(1 − p), which loses all digits where p is near 1. */
  @Override
  public Tensor variance() {
    return mean().multiply(logit.negate().sigmoid());
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(PROBABILITY, logit.sigmoid(), TRIALS, trials);
  }
}
