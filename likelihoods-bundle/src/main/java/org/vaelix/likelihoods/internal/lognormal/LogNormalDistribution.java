package org.vaelix.likelihoods.internal.lognormal;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ConditionalDistribution;

/**
 * The shifted log-normal distribution for each value.
 *
 * @param logarithms N(μ, σ²) of y = ln(x + c)
 * @param offset c
 */
record LogNormalDistribution(ConditionalDistribution logarithms, double offset)
    implements ConditionalDistribution {
  /** Of ln of a mean, so that what a network says before it has learnt fits single precision. */
  private static final double FAR = Math.log(1e12);

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor y = LogNormal.logarithm(values, offset);
    return logarithms.logDensity(y).subtract(y);
  }

  @Override
  public Tensor logDensity(Batch batch) {
    Tensor y = LogNormal.logarithm(batch.values(), offset);
    Batch ofLogarithms = new Batch(y, batch.weights(), batch.mask(), batch.conditions());
    return logarithms.logDensity(ofLogarithms).subtract(y);
  }

  /** e^(μ + σ²/2), of x + c. */
  private Tensor shiftedMean() {
    Tensor log = logarithms.mean().add(logarithms.variance().multiply(0.5));
    return log.maximum(-FAR).minimum(FAR).exp();
  }

  @Override
  public Tensor mean() {
    return shiftedMean().subtract(offset);
  }

  @Override
  public Tensor variance() {
    return logarithms.variance().minimum(FAR).expm1().multiply(shiftedMean().square());
  }

  @Override
  public Map<String, Tensor> parameters() {
    return logarithms.parameters();
  }
}
