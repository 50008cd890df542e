package org.vaelix.likelihoods.internal.poisson;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.likelihoods.internal.count.LogMean;

/**
 * Poisson counts, for each value.
 *
 * @param logMean ln μ, (rows, event shape…)
 */
public record PoissonDistribution(LogMean logMean) implements ConditionalDistribution {
  static final String MEAN = "mean";

  @Override
  public Tensor logDensity(Tensor values) {
    return PoissonMass.log(values, logMean.given(values));
  }

  @Override
  public Tensor mean() {
    return logMean.mean();
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
