package org.vaelix.testkit;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;

/**
 * A posterior to compare priors with: N(μ, diag σ²), or N(μ, A·Aᵀ) with A = diag σ · (I + c·J)
 * where J is 1 below the diagonal. It has inputs for μ and ln σ. Written apart from any posterior
 * that is itself under test.
 */
record GaussianFixture(Tensor mean, Tensor logSigma, double c) implements LatentDistribution {
  static final List<String> INPUTS = List.of("q/mean", "q/logSigma");

  static GaussianFixture of(PartHarness harness, int rows, int latentSize, boolean correlated) {
    Shape shape = Shape.of(rows, latentSize);
    double[] mean = harness.random("q/mean").doubles(rows * latentSize, -1, 1).toArray();
    double[] logSigma = harness.random("q/logSigma").doubles(rows * latentSize, -1, 0.5).toArray();
    return new GaussianFixture(
        harness.given(INPUTS.get(0), shape, mean),
        harness.given(INPUTS.get(1), shape, logSigma),
        correlated ? 0.8 : 0);
  }

  /** A, (rows, d, d). */
  private Tensor factor() {
    int d = mean.shape().size(1);
    double[] unit = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        unit[i * d + j] = i == j ? 1 : c;
      }
    }
    Tensor sigma = logSigma.exp().reshape(mean.shape().size(0), d, 1);
    return sigma.multiply(mean.graph().constant(Shape.of(d, d), unit));
  }

  @Override
  public Tensor variance() {
    return factor().square().sum(-1);
  }

  @Override
  public Tensor sample(int samples) {
    Shape shape = mean.shape().prepend(samples);
    Tensor noise = mean.graph().normal("testkit/noise", shape);
    Tensor scaled = noise.reshape(samples, shape.size(1), 1, shape.size(2)).multiply(factor());
    return mean.add(scaled.sum(-1));
  }

  /**
   * (I + c·J)⁻¹ x = ε: ε_i = x_i − c·Σ_{j&lt;i} ε_j, and with s_i = Σ_{j≤i} ε_j it is s_i = x_i +
   * (1 − c)·s_{i−1}: a sum over all earlier x, weighted by powers of 1 − c.
   */
  @Override
  public Tensor logDensity(Tensor z) {
    int d = mean.shape().size(1);
    double[] inverse = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        inverse[j * d + i] = i == j ? 1 : -c * Math.pow(1 - c, i - j - 1);
      }
    }
    Tensor x = z.subtract(mean).divide(logSigma.exp());
    Tensor noise = x.matmul(mean.graph().constant(Shape.of(d, d), inverse));
    Tensor terms =
        noise.square().multiply(-0.5).subtract(logSigma).subtract(0.5 * Math.log(2 * Math.PI));
    return c == 0 ? terms : terms.sumKeeping(-1);
  }

  @Override
  public Optional<GaussianMoments> gaussian() {
    Tensor logVariance = logSigma.multiply(2);
    return Optional.of(
        c == 0
            ? new GaussianMoments(mean, variance(), logVariance)
            : new GaussianMoments(
                mean, variance(), logVariance.sumKeeping(-1), Optional.of(factor())));
  }
}
