package org.vaelix.priors.internal.lowrank;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.testkit.PosteriorContract;

class LowRankGaussianContractTest {
  @Nested
  class OneDirection extends PosteriorContract {
    @Override
    protected Posterior create(ModelContext context) {
      return family(1, context);
    }
  }

  /** More directions than the smallest latent space has dimensions. */
  @Nested
  class TwoDirections extends PosteriorContract {
    @Override
    protected Posterior create(ModelContext context) {
      return family(2, context);
    }
  }

  private static Posterior family(int rank, ModelContext context) {
    return new LowRankGaussianPosterior()
        .create(new LowRankGaussianPosterior.Config(rank), context);
  }
}
