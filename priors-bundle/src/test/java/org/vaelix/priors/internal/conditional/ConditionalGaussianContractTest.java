package org.vaelix.priors.internal.conditional;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Config;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Varies;
import org.vaelix.testkit.PartHarness;
import org.vaelix.testkit.PriorContract;

class ConditionalGaussianContractTest {
  private abstract static class OfOneCondition extends PriorContract {
    private final Config config;
    private final Condition condition;

    OfOneCondition(Config config, Condition.Kind kind, int width) {
      this.config = config;
      this.condition = PartHarness.condition("u", kind, width, 4);
    }

    @Override
    protected List<Condition> declared() {
      return List.of(condition);
    }

    @Override
    protected Prior create(ModelContext context) {
      return new ConditionalGaussianPrior().create(config, context);
    }
  }

  @Nested
  class Table extends OfOneCondition {
    Table() {
      super(new Config("u", List.of(), Varies.BOTH), Condition.Kind.CATEGORY, 3);
    }
  }

  @Nested
  class Network extends OfOneCondition {
    Network() {
      super(new Config("u", List.of(5), Varies.BOTH), Condition.Kind.NUMBER, 2);
    }
  }

  @Nested
  class Mean extends OfOneCondition {
    Mean() {
      super(new Config("u", List.of(), Varies.MEAN), Condition.Kind.STANDARDISED, 1);
    }
  }

  @Nested
  class Variance extends OfOneCondition {
    Variance() {
      super(new Config("u", List.of(4, 3), Varies.VARIANCE), Condition.Kind.STANDARDISED, 1);
    }
  }
}
