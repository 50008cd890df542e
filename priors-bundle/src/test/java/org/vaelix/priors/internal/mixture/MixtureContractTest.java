package org.vaelix.priors.internal.mixture;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

class MixtureContractTest {
  @Nested
  class Three extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return new MixturePrior().create(new MixturePrior.Config(3, 2, 0.7), context);
    }
  }

  @Nested
  class One extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return new MixturePrior().create(new MixturePrior.Config(1, 1, 1), context);
    }
  }
}
