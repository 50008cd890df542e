package org.vaelix.testkit;

import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;

/** N(0, I), written apart from any prior that is itself under test. */
record StandardNormal(ModelContext context) implements Prior {
  static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    return z.square().multiply(-0.5).subtract(HALF_LOG_TWO_PI);
  }

  @Override
  public Tensor sample(Conditions conditions) {
    return context.normal("prior/noise", Shape.of(conditions.rows(), LinearGaussian.LATENT));
  }

  @Override
  public Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    return posterior
        .gaussian()
        .map(
            q ->
                q.mean()
                    .square()
                    .add(q.variance())
                    .subtract(q.logDeterminant())
                    .subtract(1)
                    .multiply(0.5));
  }
}
