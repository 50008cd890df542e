package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.Map;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * 0 with probability π = σ(l), else a count, for each value.
 *
 * @param counts how counts scatter where there is no dropout
 * @param logit l, (rows, event shape…)
 */
record ZeroInflatedDistribution(ConditionalDistribution counts, Tensor logit)
    implements ConditionalDistribution {
  static final String DROPOUT = "dropout";

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor ofCount = counts.logDensity(values);
    Tensor positive = ofCount.subtract(logit.softplus());
    return values.greater(0).select(positive, ofZero(ofCount));
  }

  /**
   * ln(π + (1−π)·e^b). Where that probability is above a half it is ln(1 + (1−π)(e^b − 1)), which
   * keeps the digits of a small result; below, log-sum-exp of l and b less ln(1 + e^l), which keeps
   * those of a small probability. Gradients are those of softplus(b − l) − softplus(−l) everywhere.
   */
  private Tensor ofZero(Tensor b) {
    Tensor complement = logit.negate().sigmoid().multiply(b.expm1());
    Tensor apart = logit.subtract(b).abs().negate();
    Tensor unlikely = logit.maximum(b).add(apart.softplus()).subtract(logit.softplus());
    Graph graph = logit.graph();
    Tensor isLikely = graph.constant(-0.5).less(complement);
    Tensor value = isLikely.select(complement.maximum(-0.5).log1p(), unlikely);
    Tensor gradient = b.subtract(logit).softplus().subtract(logit.negate().softplus());
    return Functions.withGradientOf(value, gradient);
  }

  private ZeroMixture mixture() {
    return new ZeroMixture(counts, logit);
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
    return mixture().parameters(DROPOUT);
  }
}
