package org.vaelix.testkit;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;

/** N(μ, diag s²), written apart from any posterior that is itself under test. */
record FactorisedGaussian(Tensor mean, Tensor logSigma) implements LatentDistribution {
  @Override
  public Tensor variance() {
    return logSigma.exp().square();
  }

  @Override
  public Tensor sample(int samples) {
    Tensor noise = mean.graph().normal("testkit/noise", mean.shape().prepend(samples));
    return mean.add(logSigma.exp().multiply(noise));
  }

  @Override
  public Tensor logDensity(Tensor z) {
    Tensor standardised = z.subtract(mean).divide(logSigma.exp());
    return standardised
        .square()
        .multiply(-0.5)
        .subtract(logSigma)
        .subtract(StandardNormal.HALF_LOG_TWO_PI);
  }

  @Override
  public Optional<GaussianMoments> gaussian() {
    return Optional.of(new GaussianMoments(mean, variance(), logSigma.multiply(2)));
  }
}
