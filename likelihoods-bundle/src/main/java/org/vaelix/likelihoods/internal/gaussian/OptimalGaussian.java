package org.vaelix.likelihoods.internal.gaussian;

import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.count.Exposure;
import org.vaelix.likelihoods.internal.scale.Widths;

/**
 * N(μ, σ²) whose σ² is, for a batch in training, the mean squared error of its observed values: the
 * σ of greatest likelihood (Rybkin, Daniilidis and Levine 2021). There the derivative by σ is 0, so
 * that stopping the gradient at σ changes none, and a value that does not count gets none either.
 * Everywhere else σ² is a running mean of what it was in training: a held-out row must not choose
 * its own.
 *
 * @param known the distribution outside of training
 * @param variance the running mean, a scalar state
 * @param leastVariance below which σ² does not fall
 * @param context of the likelihood
 */
record OptimalGaussian(
    GaussianDistribution known, Tensor variance, double leastVariance, ModelContext context)
    implements ConditionalDistribution {
  /** How much of the running mean each step keeps: it spans the last ten batches or so. */
  private static final double KEPT = 0.9;

  static OptimalGaussian of(Tensor mean, Widths widths, Moments first, ModelContext context) {
    double atFirst = Math.exp(2 * widths.bestSharedLogScale(first));
    Tensor variance = context.state("variance", Shape.scalar(), Initialisers.constant(atFirst));
    return new OptimalGaussian(
        new GaussianDistribution(mean, halfLog(variance)),
        variance,
        Math.exp(2 * widths.bounds().low()),
        context);
  }

  private static Tensor halfLog(Tensor variance) {
    return variance.log().multiply(0.5);
  }

  @Override
  public Tensor logDensity(Tensor values) {
    return known.logDensity(values);
  }

  @Override
  public Tensor logDensity(Batch batch) {
    if (!context.isTraining()) {
      return known.logDensity(batch.values());
    }
    Tensor best = meanSquaredError(batch).stopGradient().maximum(leastVariance);
    context.graph().update(variance, variance.multiply(KEPT).add(best.multiply(1 - KEPT)));
    return new GaussianDistribution(known.mean(), halfLog(best)).logDensity(batch.values());
  }

  /** Over observed values of rows that count, as much as they count. */
  private Tensor meanSquaredError(Batch batch) {
    Tensor values = batch.values();
    Tensor weights = Exposure.perRow(batch.weights(), values).broadcast(values.shape());
    Optional<Tensor> mask = batch.mask();
    Tensor counts = mask.map(weights::multiply).orElse(weights);
    Tensor squares = values.subtract(known.mean()).square();
    return squares.multiply(counts).sum().divide(counts.sum());
  }

  @Override
  public Tensor mean() {
    return known.mean();
  }

  @Override
  public Tensor variance() {
    return variance;
  }

  @Override
  public Map<String, Tensor> parameters() {
    return known.parameters();
  }
}
