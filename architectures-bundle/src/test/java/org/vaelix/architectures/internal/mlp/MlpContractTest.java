package org.vaelix.architectures.internal.mlp;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.mlp.MlpArchitecture.Config;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.ArchitectureContract;

class MlpContractTest {
  private abstract static class Contract extends ArchitectureContract {
    private final Config config;

    Contract(Config config) {
      this.config = config;
    }

    @Override
    protected Architecture create(ModelContext context) {
      return new MlpArchitecture().create(config, context);
    }
  }

  @Nested
  class Defaults extends Contract {
    Defaults() {
      super(new MlpArchitecture().defaults());
    }
  }

  @Nested
  class TwoTanhLayers extends Contract {
    TwoTanhLayers() {
      super(new Config(List.of(7, 4), Activation.TANH, WeightRule.GLOROT_UNIFORM));
    }
  }

  @Nested
  class Linear extends Contract {
    Linear() {
      super(new Config(List.of(), Activation.RELU, WeightRule.FAN_IN_UNIFORM));
    }
  }
}
