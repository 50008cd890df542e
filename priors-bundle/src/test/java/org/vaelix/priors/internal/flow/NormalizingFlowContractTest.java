package org.vaelix.priors.internal.flow;

import java.util.List;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

class NormalizingFlowContractTest extends PriorContract {
  @Override
  protected Prior create(ModelContext context) {
    NormalizingFlowPrior.Config config = new NormalizingFlowPrior.Config(4, List.of(8));
    return new NormalizingFlowPrior().create(config, context);
  }
}
