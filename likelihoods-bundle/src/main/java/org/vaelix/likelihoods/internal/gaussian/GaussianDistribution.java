package org.vaelix.likelihoods.internal.gaussian;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * N(μ, σ²) for each value.
 *
 * @param mean μ, (rows, event shape…)
 * @param logSigma ln σ, broadcastable to that; in logarithms so that the density needs no division
 */
record GaussianDistribution(Tensor mean, Tensor logSigma) implements ConditionalDistribution {
  static final String MEAN = "mean";
  static final String SIGMA = "sigma";
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor standardised = values.subtract(mean).multiply(logSigma.negate().exp());
    return standardised.square().multiply(-0.5).subtract(logSigma).subtract(HALF_LOG_TWO_PI);
  }

  @Override
  public Tensor variance() {
    return logSigma.multiply(2).exp();
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(MEAN, mean, SIGMA, logSigma.exp());
  }
}
