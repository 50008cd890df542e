package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * 0 with probability π = σ(l), else above 0, for each value: ln π is a probability's logarithm, ln
 * p of what is above 0 a density's.
 *
 * @param positives how values above 0 scatter
 * @param logit l, (rows, event shape…)
 */
record ZeroOrPositive(ConditionalDistribution positives, Tensor logit)
    implements ConditionalDistribution {
  static final String ZERO = "zero";

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor isPositive = values.greater(0);
    // At 0 the density may be infinite; 1 stands in there, so that no gradient becomes NaN.
    Tensor above = isPositive.select(values, logit.graph().constant(1));
    Tensor ofPositive = positives.logDensity(above).subtract(logit.softplus());
    return isPositive.select(ofPositive, logit.negate().softplus().negate());
  }

  private ZeroMixture mixture() {
    return new ZeroMixture(positives, logit);
  }

  @Override
  public Tensor mean() {
    return mixture().mean();
  }

  @Override
  public Tensor variance() {
    return mixture().variance();
  }

  @Override
  public Map<String, Tensor> parameters() {
    return mixture().parameters(ZERO);
  }
}
