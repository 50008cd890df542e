package org.vaelix.priors.internal.vamp;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.diagonal.DiagonalGaussianPosterior;
import org.vaelix.priors.internal.full.FullGaussianPosterior;
import org.vaelix.testkit.PriorContract;

class VampContractTest {
  private static Prior prior(Posterior posterior, ModelContext context) {
    return new VampPrior()
        .create(new VampPrior.Config(3), context)
        .with(new ToyRecognition(posterior, context));
  }

  @Nested
  class OfDiagonalPosteriors extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      DiagonalGaussianPosterior factory = new DiagonalGaussianPosterior();
      return prior(factory.create(factory.defaults(), context.scope("q")), context);
    }
  }

  @Nested
  class OfFullPosteriors extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      FullGaussianPosterior factory = new FullGaussianPosterior();
      return prior(factory.create(factory.defaults(), context.scope("q")), context);
    }
  }
}
