package org.vaelix.priors.internal.gaussian;

import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;

/**
 * N(0, s²·I), the same whatever the conditions.
 *
 * @param scale s
 * @param context of the trace
 */
record IsotropicGaussian(double scale, ModelContext context) implements Prior {
  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    return z.divide(scale).square().multiply(-0.5).subtract(halfLogTwoPiVariance());
  }

  @Override
  public Tensor sample(Conditions conditions) {
    Shape shape = Shape.of(conditions.rows(), context.latentSize());
    return context.normal("noise", shape).multiply(scale);
  }

  @Override
  public Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    return posterior.gaussian().map(this::kl);
  }

  /**
   * Of the cross-entropy ½ ((Σ_jj + μ_j²)/s² + ln 2πs²); Kingma and Welling 2014, appendix B, for s
   * = 1.
   */
  private Tensor kl(GaussianMoments q) {
    Tensor spread = q.mean().square().add(q.variance()).divide(2 * scale * scale);
    return q.divergence(spread.add(halfLogTwoPiVariance()));
  }

  private double halfLogTwoPiVariance() {
    return Math.log(scale) + 0.5 * Math.log(2 * Math.PI);
  }
}
