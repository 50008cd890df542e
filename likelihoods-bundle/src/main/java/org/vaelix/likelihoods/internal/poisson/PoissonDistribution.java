package org.vaelix.likelihoods.internal.poisson;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * Poisson counts, for each value.
 *
 * @param logMean ln(λΔ), (rows, event shape…); the rate is never itself divided by or taken the
 *     logarithm of, so that 0 counts at a vanishing rate stay finite
 */
record PoissonDistribution(Tensor logMean) implements ConditionalDistribution {
  static final String MEAN = "mean";

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor logFactorial = values.add(1).lgamma();
    return values.multiply(logMean).subtract(logMean.exp()).subtract(logFactorial);
  }

  @Override
  public Tensor mean() {
    return logMean.exp();
  }

  @Override
  public Tensor variance() {
    return mean();
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(MEAN, mean());
  }
}
