package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.likelihoods.internal.count.LogMean;

/**
 * Negative binomial counts, for each value.
 *
 * @param logMean ln μ, (rows, event shape…)
 * @param inverseDispersion θ, broadcastable to that
 */
record NegativeBinomialDistribution(LogMean logMean, Tensor inverseDispersion)
    implements ConditionalDistribution {
  static final String MEAN = "mean";
  static final String INVERSE_DISPERSION = "inverseDispersion";

  /** Larger means are reported as this, whose square fits into single precision. */
  private static final double LARGEST_LOG_MEAN = Math.log(1e12);

  @Override
  public Tensor logDensity(Tensor values) {
    return NegativeBinomialMass.log(values, logMean.given(values), inverseDispersion);
  }

  @Override
  public Tensor mean() {
    return logMean.expected().minimum(LARGEST_LOG_MEAN).exp();
  }

  @Override
  public Tensor variance() {
    Tensor mean = mean();
    return mean.add(mean.square().divide(inverseDispersion));
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(MEAN, mean(), INVERSE_DISPERSION, inverseDispersion);
  }
}
