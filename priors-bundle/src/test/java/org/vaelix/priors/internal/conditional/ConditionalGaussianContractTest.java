package org.vaelix.priors.internal.conditional;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Config;
import org.vaelix.priors.internal.conditional.ConditionalGaussianPrior.Varies;
import org.vaelix.testkit.PartHarness;
import org.vaelix.testkit.PriorContract;

class ConditionalGaussianContractTest {
  /** Every row has the same condition, as the contract asks. */
  private abstract static class OfOneCondition extends PriorContract {
    private final Config config;
    private final double[] condition;

    OfOneCondition(Config config, double... condition) {
      this.config = config;
      this.condition = condition;
    }

    @Override
    protected Prior create(ModelContext context) {
      return new ConditionalGaussianPrior().create(config, context);
    }

    @Override
    protected Conditions conditions(PartHarness harness, int rows) {
      Shape one = Shape.of(1, condition.length);
      return new Conditions(
          rows,
          Map.of(
              "u",
              harness.graph().constant(one, condition).broadcast(Shape.of(rows, one.size(1)))));
    }
  }

  @Nested
  class Table extends OfOneCondition {
    Table() {
      super(new Config("u", List.of(), Varies.BOTH), 0, 1, 0);
    }
  }

  @Nested
  class Network extends OfOneCondition {
    Network() {
      super(new Config("u", List.of(5), Varies.BOTH), 0.4, -1.3);
    }
  }

  @Nested
  class Mean extends OfOneCondition {
    Mean() {
      super(new Config("u", List.of(), Varies.MEAN), 0.4);
    }
  }

  @Nested
  class Variance extends OfOneCondition {
    Variance() {
      super(new Config("u", List.of(4, 3), Varies.VARIANCE), 0.4);
    }
  }
}
