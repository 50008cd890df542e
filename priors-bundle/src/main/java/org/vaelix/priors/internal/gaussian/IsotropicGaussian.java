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
    double constant = -Math.log(scale) - 0.5 * Math.log(2 * Math.PI);
    return z.divide(scale).square().multiply(-0.5).add(constant);
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
   * ½ ((Σ_jj + μ_j²)/s² − 1 + ln s² − ln det Σ), whose sum over j is the divergence between two
   * normal distributions; Kingma and Welling 2014, appendix B, for s = 1.
   */
  private Tensor kl(GaussianMoments q) {
    double variance = scale * scale;
    Tensor spread = q.mean().square().add(q.variance()).divide(variance);
    return spread.subtract(q.logDeterminant()).add(Math.log(variance) - 1).multiply(0.5);
  }
}
