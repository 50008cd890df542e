package org.vaelix.priors.internal.conditional;

import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.Normal;
import org.vaelix.priors.internal.Perceptron;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Config;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Varies;

/** N(m(u), diag v(u)). Whatever u is, training starts from N(0, I). */
record ConditionalGaussian(Config config, ModelContext context) implements Prior {
  /**
   * m and ln v, (rows, latent size) each.
   *
   * @param mean m
   * @param logVariance ln v
   */
  private record Parameters(Tensor mean, Tensor logVariance) {}

  private Parameters given(Conditions conditions) {
    Tensor mean = network("mean", Varies.MEAN, conditions);
    Tensor free = network("logVariance", Varies.VARIANCE, conditions);
    return new Parameters(mean, Normal.LOG_VARIANCE.apply(free));
  }

  private Tensor network(String name, Varies what, Conditions conditions) {
    int d = context.latentSize();
    if (config.varies() != Varies.BOTH && config.varies() != what) {
      return context.graph().constant(0).broadcast(Shape.of(conditions.rows(), d));
    }
    return Perceptron.of(
        context.scope(name), conditions.column(config.condition()), config.hidden(), d);
  }

  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    Parameters p = given(conditions);
    return Normal.logDensity(z, p.mean, p.logVariance);
  }

  @Override
  public Tensor sample(Conditions conditions) {
    Parameters p = given(conditions);
    Shape shape = Shape.of(conditions.rows(), context.latentSize());
    return Normal.draw(context.normal("noise", shape), p.mean, p.logVariance);
  }

  @Override
  public Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    Parameters p = given(conditions);
    return posterior.gaussian().map(q -> Normal.divergence(q, p.mean, p.logVariance));
  }
}
