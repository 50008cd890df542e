package org.example.thirdparty;

import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

class LogisticPriorTest extends PriorContract {
  private final LogisticPrior factory = new LogisticPrior();

  @Override
  protected Prior create(ModelContext context) {
    return factory.create(new LogisticPrior.Config(0.7), context);
  }
}
