package org.vaelix.priors.internal.autoregressive;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

class AutoregressiveContractTest {
  private static Prior prior(
      Optional<Integer> steps, double coefficient, boolean learned, ModelContext context) {
    AutoregressivePrior.Config config =
        new AutoregressivePrior.Config(steps, coefficient, learned, 1.3);
    return new AutoregressivePrior().create(config, context);
  }

  @Nested
  class Fixed extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return prior(Optional.empty(), 0.8, false, context);
    }
  }

  @Nested
  class Learned extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return prior(Optional.of(context.latentSize()), -0.5, true, context);
    }
  }

  /** One step of several series: no time, no correlation. */
  @Nested
  class Timeless extends PriorContract {
    @Override
    protected Prior create(ModelContext context) {
      return prior(Optional.of(1), 0.8, false, context);
    }
  }
}
