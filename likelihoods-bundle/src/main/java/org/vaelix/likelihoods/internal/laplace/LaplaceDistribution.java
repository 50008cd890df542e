package org.vaelix.likelihoods.internal.laplace;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * The Laplace distribution for each value.
 *
 * @param mean μ, (rows, event shape…)
 * @param logScale ln b, broadcastable to that
 */
record LaplaceDistribution(Tensor mean, Tensor logScale) implements ConditionalDistribution {
  static final String MEAN = "mean";
  static final String SCALE = "scale";

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor deviation = values.subtract(mean).abs().multiply(logScale.negate().exp());
    return deviation.negate().subtract(logScale).subtract(Math.log(2));
  }

  @Override
  public Tensor variance() {
    return logScale.multiply(2).exp().multiply(2);
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(MEAN, mean, SCALE, logScale.exp());
  }
}
