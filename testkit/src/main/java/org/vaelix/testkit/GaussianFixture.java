package org.vaelix.testkit;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;

/**
 * A posterior to compare priors with: N(μ, diag σ²) with inputs for μ and ln σ. Written apart from
 * any posterior that is itself under test.
 */
record GaussianFixture(Tensor mean, Tensor logSigma) implements LatentDistribution {
  static final List<String> INPUTS = List.of("q/mean", "q/logSigma");

  static GaussianFixture of(PartHarness harness, int rows, int latentSize) {
    Shape shape = Shape.of(rows, latentSize);
    double[] mean = harness.random("q/mean").doubles(rows * latentSize, -1, 1).toArray();
    double[] logSigma = harness.random("q/logSigma").doubles(rows * latentSize, -1, 0.5).toArray();
    return new GaussianFixture(
        harness.given(INPUTS.get(0), shape, mean), harness.given(INPUTS.get(1), shape, logSigma));
  }

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
    double constant = 0.5 * Math.log(2 * Math.PI);
    return standardised.square().multiply(-0.5).subtract(logSigma).subtract(constant);
  }

  @Override
  public Optional<GaussianMoments> gaussian() {
    return Optional.of(new GaussianMoments(mean, variance(), logSigma.multiply(2)));
  }
}
