package org.vaelix.priors.internal.diagonal;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;

/**
 * N(μ, diag σ²) for each row.
 *
 * @param mean μ, (rows, latent size)
 * @param logVariance ln σ², (rows, latent size)
 * @param context of the trace
 */
record DiagonalGaussian(Tensor mean, Tensor logVariance, ModelContext context)
    implements LatentDistribution {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  @Override
  public Tensor variance() {
    return logVariance.exp();
  }

  @Override
  public Tensor sample(int samples) {
    Tensor noise = context.normal("noise", mean.shape().prepend(samples));
    return noise.multiply(logVariance.multiply(0.5).exp()).add(mean);
  }

  @Override
  public Tensor logDensity(Tensor z) {
    Tensor squared = z.subtract(mean).square().multiply(logVariance.negate().exp());
    return squared.add(logVariance).add(LOG_TWO_PI).multiply(-0.5);
  }

  @Override
  public Optional<GaussianMoments> gaussian() {
    return Optional.of(new GaussianMoments(mean, variance(), logVariance));
  }
}
