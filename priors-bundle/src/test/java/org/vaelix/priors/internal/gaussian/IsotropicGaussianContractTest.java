package org.vaelix.priors.internal.gaussian;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

class IsotropicGaussianContractTest {
  @Nested
  class Standard extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      IsotropicGaussianPrior factory = new IsotropicGaussianPrior();
      return factory.create(factory.defaults(), context);
    }
  }

  @Nested
  class Wide extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return new IsotropicGaussianPrior().create(new IsotropicGaussianPrior.Config(1.7), context);
    }
  }
}
