package org.vaelix.architectures.internal.convolutional;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.convolutional.ConvolutionalArchitecture.Config;
import org.vaelix.architectures.internal.maps.Upsampling;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.ArchitectureContract;

/**
 * Smooth activations and a large epsilon throughout: differences tell nothing at a rectifier's
 * kink, and little where a small variance is divided by.
 */
class ConvolutionalContractTest {
  private abstract static class Contract extends ArchitectureContract {
    private final Config config;

    Contract(
        Downsampling down,
        Upsampling up,
        int blocks,
        boolean residual,
        Normalisation normalisation) {
      this.config =
          new Config(
              List.of(2, 4),
              down,
              up,
              blocks,
              residual,
              Activation.TANH,
              normalisation,
              2,
              0.3,
              0.5,
              WeightRule.GLOROT_UNIFORM);
    }

    @Override
    protected Architecture create(ModelContext context) {
      return new ConvolutionalArchitecture().create(config, context);
    }

    @Override
    protected List<Shape> eventShapes() {
      return List.of(Shape.of(2, 4, 8), Shape.of(8, 3));
    }
  }

  @Nested
  class Strided extends Contract {
    Strided() {
      super(Downsampling.STRIDED, Upsampling.TRANSPOSED, 0, true, Normalisation.NONE);
    }
  }

  @Nested
  class ResidualBlocksAndGroups extends Contract {
    ResidualBlocksAndGroups() {
      super(Downsampling.AVERAGE, Upsampling.NEAREST, 1, true, Normalisation.GROUP);
    }
  }

  @Nested
  class PlainBlocks extends Contract {
    PlainBlocks() {
      super(Downsampling.MAX, Upsampling.TRANSPOSED, 1, false, Normalisation.NONE);
    }
  }

  @Nested
  class ResidualBlocksOverBatches extends Contract {
    ResidualBlocksOverBatches() {
      super(Downsampling.STRIDED, Upsampling.NEAREST, 1, true, Normalisation.BATCH);
    }
  }

  @Nested
  class PlainBlocksWithLayerNormalisation extends Contract {
    PlainBlocksWithLayerNormalisation() {
      super(Downsampling.AVERAGE, Upsampling.TRANSPOSED, 1, false, Normalisation.LAYER);
    }
  }
}
