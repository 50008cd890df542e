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
public record NegativeBinomialDistribution(LogMean logMean, Tensor inverseDispersion)
    implements ConditionalDistribution {
  static final String MEAN = "mean";
  static final String INVERSE_DISPERSION = "inverseDispersion";

  @Override
  public Tensor logDensity(Tensor values) {
    return NegativeBinomialMass.log(values, logMean.given(values), inverseDispersion);
  }

  @Override
  public Tensor mean() {
    return logMean.mean();
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
