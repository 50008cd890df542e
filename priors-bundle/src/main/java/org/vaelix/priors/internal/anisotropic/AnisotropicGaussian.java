package org.vaelix.priors.internal.anisotropic;

import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.Normal;

/**
 * N(0, diag v), the same whatever the conditions.
 *
 * @param logVariances ln v, (latent size,)
 * @param context of the trace
 */
record AnisotropicGaussian(Tensor logVariances, ModelContext context) implements Prior {
  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    return Normal.logDensity(z, zero(), logVariances);
  }

  @Override
  public Tensor sample(Conditions conditions) {
    Shape shape = Shape.of(conditions.rows(), context.latentSize());
    return Normal.draw(context.normal("noise", shape), zero(), logVariances);
  }

  @Override
  public Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    return posterior.gaussian().map(q -> Normal.divergence(q, zero(), logVariances));
  }

  private Tensor zero() {
    return context.graph().constant(0);
  }
}
