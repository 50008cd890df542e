package org.vaelix.priors.internal.laplace;

import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;

/**
 * Laplace(0, b) in each dimension.
 *
 * @param scale b
 * @param context of the trace
 */
record Laplace(double scale, ModelContext context) implements Prior {
  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    return z.abs().divide(-scale).subtract(Math.log(2 * scale));
  }

  /** The inverse of the distribution function, −b·sign(v)·ln(1 − |v|) with v uniform in (−1, 1). */
  @Override
  public Tensor sample(Conditions conditions) {
    Shape shape = Shape.of(conditions.rows(), context.latentSize());
    Tensor v = context.uniform("noise", shape).multiply(2).subtract(1);
    return v.abs().negate().log1p().multiply(v.sign()).multiply(-scale);
  }

  /** Whatever correlations a Gaussian posterior has, −ln p asks for each dimension alone. */
  @Override
  public Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    return posterior
        .gaussian()
        .map(q -> q.divergence(meanOfAbsolute(q).divide(scale).add(Math.log(2 * scale))));
  }

  /**
   * E|z| = σ·√(2/π)·e^(−μ²/2σ²) + μ·erf(μ/(σ√2)), the mean of a folded normal variable (Leone,
   * Nelson and Nottingham 1961).
   */
  private static Tensor meanOfAbsolute(GaussianMoments q) {
    Tensor sigma = q.variance().sqrt();
    Tensor ratio = q.mean().divide(sigma).multiply(Math.sqrt(0.5));
    Tensor near = ratio.square().negate().exp().multiply(sigma).multiply(Math.sqrt(2 / Math.PI));
    return near.add(q.mean().multiply(ratio.erf()));
  }
}
