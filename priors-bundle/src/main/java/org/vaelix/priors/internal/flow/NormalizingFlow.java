package org.vaelix.priors.internal.flow;

import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.Normal;
import org.vaelix.priors.internal.flow.NormalizingFlowPrior.Config;

/**
 * The distribution of what couplings make of normal variables, the same whatever the conditions.
 * Training starts from N(0, I). It knows no closed form of a KL.
 */
record NormalizingFlow(Config config, ModelContext context) implements Prior {
  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    Tensor u = z;
    Tensor logScales = context.graph().constant(0);
    for (int layer = config.layers() - 1; layer >= 0; layer--) {
      Coupling.Result result = coupling(layer).inverse(u);
      u = result.value();
      logScales = logScales.add(result.logScale());
    }
    Tensor zero = context.graph().constant(0);
    return Normal.logDensity(u, zero, zero).subtract(logScales).sumKeeping(-1);
  }

  @Override
  public Tensor sample(Conditions conditions) {
    Tensor z = context.normal("noise", Shape.of(conditions.rows(), context.latentSize()));
    for (int layer = 0; layer < config.layers(); layer++) {
      z = coupling(layer).forward(z);
    }
    return z;
  }

  private Coupling coupling(int layer) {
    return new Coupling(layer % 2, config.hidden(), context.scope("coupling" + layer));
  }
}
