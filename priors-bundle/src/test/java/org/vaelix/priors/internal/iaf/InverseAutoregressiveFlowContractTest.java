package org.vaelix.priors.internal.iaf;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.testkit.PosteriorContract;

class InverseAutoregressiveFlowContractTest {
  private abstract static class Flow extends PosteriorContract {
    private static final int MOMENT_DRAWS = 4000;
    private final int steps;

    Flow(int steps) {
      this.steps = steps;
    }

    @Override
    protected Posterior create(ModelContext context) {
      return new InverseAutoregressiveFlowPosterior()
          .create(
              new InverseAutoregressiveFlowPosterior.Config(steps, 6, 3, MOMENT_DRAWS), context);
    }

    @Override
    protected double momentDraws() {
      return MOMENT_DRAWS;
    }
  }

  @Nested
  class OneStep extends Flow {
    OneStep() {
      super(1);
    }
  }

  @Nested
  class TwoSteps extends Flow {
    TwoSteps() {
      super(2);
    }
  }
}
