package org.vaelix.priors.internal.mixture;

import java.util.stream.DoubleStream;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.Choice;
import org.vaelix.priors.internal.Layout;
import org.vaelix.priors.internal.Normal;

/**
 * Σ_k π_k N(m_k, diag v_k), the same whatever the conditions. It knows no closed form of a KL.
 *
 * @param logWeights ln π, (K,)
 * @param means (K, latent size)
 * @param logVariances (K, latent size)
 * @param context of the trace
 */
record Mixture(Tensor logWeights, Tensor means, Tensor logVariances, ModelContext context)
    implements Prior {

  static Mixture of(MixturePrior.Config config, ModelContext context) {
    Shape weights = Shape.of(config.components());
    Shape latent = Shape.of(config.components(), context.latentSize());
    double first = Normal.LOG_VARIANCE.inverse(2 * Math.log(config.scale()));
    Tensor free = context.parameter("logVariances", latent, Initialisers.constant(first));
    return new Mixture(
        Functions.logSoftmax(context.parameter("logits", weights, Initialisers.zeros()), 0),
        context.parameter(
            "means",
            latent,
            (shape, random) ->
                DoubleStream.generate(() -> config.spread() * random.nextGaussian())
                    .limit(shape.elements())
                    .toArray()),
        Normal.LOG_VARIANCE.apply(free),
        context);
  }

  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    Tensor byComponent = Normal.logDensity(Layout.row(z), means, logVariances).sum(-1);
    Tensor logDensity = Functions.logSumExp(byComponent.add(logWeights), -1);
    return logDensity.reshape(z.shape().with(-1, 1));
  }

  @Override
  public Tensor sample(Conditions conditions) {
    Shape shape = Shape.of(conditions.rows(), context.latentSize());
    Tensor uniform = context.uniform("component", Shape.of(conditions.rows(), 1));
    Tensor chosen = Choice.of(uniform, logWeights.exp());
    Tensor noise = context.normal("noise", shape);
    return Normal.draw(noise, chosen.matmul(means), chosen.matmul(logVariances));
  }
}
