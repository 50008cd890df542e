package org.vaelix.priors.internal.diagonal;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.priors.internal.Normal;

/**
 * N(μ, diag σ²) for each row.
 *
 * @param mean μ, (rows, latent size)
 * @param logVariance ln σ², (rows, latent size)
 * @param context of the trace
 */
record DiagonalGaussian(Tensor mean, Tensor logVariance, ModelContext context)
    implements LatentDistribution {
  @Override
  public Tensor variance() {
    return logVariance.exp();
  }

  @Override
  public Tensor sample(int samples) {
    Tensor noise = context.normal("noise", mean.shape().prepend(samples));
    return Normal.draw(noise, mean, logVariance);
  }

  @Override
  public Tensor logDensity(Tensor z) {
    return Normal.logDensity(z, mean, logVariance);
  }

  @Override
  public Optional<GaussianMoments> gaussian() {
    return Optional.of(new GaussianMoments(mean, variance(), logVariance));
  }
}
