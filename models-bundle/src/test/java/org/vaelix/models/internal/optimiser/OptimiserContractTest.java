package org.vaelix.models.internal.optimiser;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;
import org.vaelix.testkit.OptimiserContract;

class OptimiserContractTest {
  private static Optimiser sgd(double momentum, boolean nesterov) {
    return new SgdOptimiser()
        .create(new SgdOptimiser.Config(Schedule.constant(0.02), momentum, nesterov));
  }

  @Nested
  class Sgd extends OptimiserContract {
    @Override
    protected Optimiser create() {
      return sgd(0, false);
    }
  }

  @Nested
  class SgdWithMomentum extends OptimiserContract {
    @Override
    protected Optimiser create() {
      return sgd(0.9, false);
    }
  }

  @Nested
  class SgdWithNesterovMomentum extends OptimiserContract {
    @Override
    protected Optimiser create() {
      return sgd(0.9, true);
    }
  }

  @Nested
  class Adam extends OptimiserContract {
    @Override
    protected Optimiser create() {
      return new AdamOptimiser()
          .create(new AdamOptimiser.Config(Schedule.constant(0.01), 0.9, 0.999, 1e-8));
    }
  }

  @Nested
  class AdamW extends OptimiserContract {
    /** Decay moves the minimum: by λ = 1e-4 less than the contract's tolerance. */
    @Override
    protected Optimiser create() {
      return new AdamWOptimiser()
          .create(new AdamWOptimiser.Config(Schedule.constant(0.01), 0.9, 0.999, 1e-8, 1e-4));
    }
  }

  @Nested
  class Amsgrad extends OptimiserContract {
    @Override
    protected Optimiser create() {
      return new AmsgradOptimiser()
          .create(new AmsgradOptimiser.Config(Schedule.constant(0.01), 0.9, 0.999, 1e-8));
    }
  }

  @Nested
  class RmsProp extends OptimiserContract {
    @Override
    protected Optimiser create() {
      return new RmsPropOptimiser()
          .create(new RmsPropOptimiser.Config(Schedule.constant(0.005), 0.99, 1e-8, 0, false));
    }
  }

  @Nested
  class RmsPropCentredWithMomentum extends OptimiserContract {
    @Override
    protected Optimiser create() {
      return new RmsPropOptimiser()
          .create(new RmsPropOptimiser.Config(Schedule.constant(0.001), 0.99, 1e-8, 0.9, true));
    }
  }
}
