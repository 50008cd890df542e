package org.vaelix.architectures.internal.recurrent;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.recurrent.RecurrentArchitecture.Config;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.ArchitectureContract;

/**
 * Without coordinated dropout, whose gradient in training is on purpose not that of its value; it
 * has tests of its own.
 */
class RecurrentContractTest {
  private abstract static class Contract extends ArchitectureContract {
    private final Config config;

    Contract(Config config) {
      this.config = config;
    }

    @Override
    protected Architecture create(ModelContext context) {
      return new RecurrentArchitecture().create(config, context);
    }

    @Override
    protected List<Shape> eventShapes() {
      return List.of(Shape.of(3, 2), Shape.of(2, 4));
    }
  }

  @Nested
  class InitialConditionOnly extends Contract {
    InitialConditionOnly() {
      super(new Config(3, 4, Optional.empty(), true, 0, 0, 0, WeightRule.LECUN_NORMAL));
    }
  }

  /**
   * Without coordinated dropout, which stops gradients on purpose: see RecurrentArchitectureTest.
   */
  @Nested
  class NormalisedFactors extends Contract {
    NormalisedFactors() {
      super(new Config(2, 3, Optional.of(2), true, 0, 0.2, 0, WeightRule.GLOROT_UNIFORM));
    }
  }

  @Nested
  class InferredInputs extends Contract {
    InferredInputs() {
      super(new Config(2, 3, Optional.of(2), false, 1, 0, 0, WeightRule.FAN_IN_UNIFORM));
    }

    /** One for each of up to three bins, and at least two for the initial condition. */
    @Override
    protected int latentSize() {
      return 5;
    }
  }
}
