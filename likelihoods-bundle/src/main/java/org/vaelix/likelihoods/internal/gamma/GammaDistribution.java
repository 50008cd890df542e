package org.vaelix.likelihoods.internal.gamma;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.likelihoods.internal.count.LogMean;
import org.vaelix.likelihoods.internal.count.Stirling;

/**
 * The gamma distribution of mean m and shape k for each value, with δ = ln x/m as
 *
 * <pre>
 * ln p(x) = k(δ − (e^δ − 1)) + ½ ln k/2π − s(k) − ln x
 * </pre>
 *
 * with s what Stirling's formula leaves over ({@link Stirling}): the textbook's k ln k/m − ln Γ(k)
 * + (k − 1) ln x − kx/m, whose terms cancel for a large k.
 *
 * @param logMean ln m, (rows, event shape…)
 * @param logShape ln k, broadcastable to that
 */
record GammaDistribution(LogMean logMean, Tensor logShape) implements ConditionalDistribution {
  static final String MEAN = "mean";
  static final String SHAPE = "shape";

  /** Just above the smallest numbers of single precision, whose logarithm is finite. */
  private static final double SMALLEST = 1e-37;

  @Override
  public Tensor logDensity(Tensor values) {
    Tensor logValues = values.maximum(SMALLEST).log();
    Tensor delta = logValues.subtract(logMean.given(values));
    Tensor k = logShape.exp();
    Tensor deviance = k.multiply(delta.subtract(delta.expm1()));
    Tensor ofShape =
        logShape.subtract(Math.log(2 * Math.PI)).multiply(0.5).subtract(Stirling.remainder(k));
    return deviance.add(ofShape).subtract(logValues);
  }

  @Override
  public Tensor mean() {
    return logMean.mean();
  }

  @Override
  public Tensor variance() {
    return mean().square().multiply(logShape.negate().exp());
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of(MEAN, mean(), SHAPE, logShape.exp());
  }
}
