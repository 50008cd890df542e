package org.vaelix.architectures.internal.mlp;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
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
      super(config(List.of(7, 4), Normalisation.NONE, 0, false, Injection.INPUT));
    }
  }

  @Nested
  class Linear extends Contract {
    Linear() {
      super(config(List.of(), Normalisation.NONE, 0, false, Injection.INPUT));
    }
  }

  @Nested
  class LayerNormalisationAndDropout extends Contract {
    LayerNormalisationAndDropout() {
      super(config(List.of(6, 4), Normalisation.LAYER, 0.3, false, Injection.INPUT));
    }
  }

  @Nested
  class GroupNormalisationAndInjection extends Contract {
    GroupNormalisationAndInjection() {
      super(config(List.of(6, 4), Normalisation.GROUP, 0, false, Injection.CONCATENATION));
    }
  }

  @Nested
  class BatchNormalisation extends Contract {
    BatchNormalisation() {
      super(config(List.of(5, 4), Normalisation.BATCH, 0, false, Injection.INPUT));
    }
  }

  @Nested
  class ResidualBlocks extends Contract {
    ResidualBlocks() {
      super(config(List.of(4, 4, 3), Normalisation.NONE, 0.2, true, Injection.INPUT));
    }
  }

  @Nested
  class ResidualBlocksOverBatchesWithInjection extends Contract {
    ResidualBlocksOverBatchesWithInjection() {
      super(config(List.of(4, 3, 3), Normalisation.BATCH, 0, true, Injection.CONCATENATION));
    }
  }

  /** Smooth: no rectifier's kink, and a large epsilon where a small variance is divided by. */
  private static Config config(
      List<Integer> hidden,
      Normalisation normalisation,
      double dropout,
      boolean residual,
      Injection injection) {
    return new Config(
        hidden,
        Activation.TANH,
        normalisation,
        2,
        0.3,
        0.1,
        dropout,
        residual,
        injection,
        WeightRule.GLOROT_UNIFORM);
  }
}
