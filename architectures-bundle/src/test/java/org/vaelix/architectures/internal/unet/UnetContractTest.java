package org.vaelix.architectures.internal.unet;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.maps.Pooling;
import org.vaelix.architectures.internal.maps.Upsampling;
import org.vaelix.architectures.internal.unet.UnetArchitecture.Config;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.ArchitectureContract;

/**
 * Smooth activations and a large epsilon throughout: differences tell nothing at a rectifier's
 * kink, and little where a small variance is divided by.
 */
class UnetContractTest {
  private abstract static class Contract extends ArchitectureContract {
    private final Config config;

    Contract(Config config) {
      this.config = config;
    }

    @Override
    protected Architecture create(ModelContext context) {
      return new UnetArchitecture().create(config, context);
    }

    @Override
    protected List<Shape> eventShapes() {
      return List.of(Shape.of(2, 4, 8), Shape.of(4, 3));
    }

    @Override
    protected boolean drawsNoise() {
      return config.skips().contains(Skip.VARIATIONAL);
    }
  }

  @Nested
  class FilmSkips extends Contract {
    FilmSkips() {
      super(
          new Config(
              2,
              List.of(2),
              Pooling.AVERAGE,
              Upsampling.TRANSPOSED,
              List.of(Skip.FILM),
              0.1,
              0.5,
              1,
              Injection.BOTTLENECK,
              Activation.TANH,
              Normalisation.NONE,
              1,
              0.3,
              0.1,
              WeightRule.GLOROT_UNIFORM));
    }
  }

  @Nested
  class PlainAndDroppedSkipsWithConcatenation extends Contract {
    PlainAndDroppedSkipsWithConcatenation() {
      super(
          new Config(
              2,
              List.of(2, 3, 2),
              Pooling.MAX,
              Upsampling.NEAREST,
              List.of(Skip.PLAIN, Skip.DROPPED),
              0.1,
              0.5,
              1,
              Injection.CONCATENATION,
              Activation.SOFTPLUS,
              Normalisation.NONE,
              1,
              0.3,
              0.1,
              WeightRule.GLOROT_UNIFORM));
    }
  }

  @Nested
  class NoSkipsGroupNormalisationAndFilm extends Contract {
    NoSkipsGroupNormalisationAndFilm() {
      super(
          new Config(
              1,
              List.of(4),
              Pooling.AVERAGE,
              Upsampling.TRANSPOSED,
              List.of(Skip.NONE),
              0.1,
              0.5,
              1,
              Injection.FILM,
              Activation.TANH,
              Normalisation.GROUP,
              2,
              0.3,
              0.1,
              WeightRule.GLOROT_UNIFORM));
    }
  }

  @Nested
  class VariationalSkips extends Contract {
    VariationalSkips() {
      super(
          new Config(
              2,
              List.of(2),
              Pooling.AVERAGE,
              Upsampling.TRANSPOSED,
              List.of(Skip.VARIATIONAL),
              0.1,
              0.5,
              2,
              Injection.BOTTLENECK,
              Activation.TANH,
              Normalisation.NONE,
              1,
              0.3,
              0.1,
              WeightRule.GLOROT_UNIFORM));
    }
  }

  @Nested
  class FilmSkipsAndBatchNormalisation extends Contract {
    FilmSkipsAndBatchNormalisation() {
      super(
          new Config(
              2,
              List.of(2),
              Pooling.AVERAGE,
              Upsampling.NEAREST,
              List.of(Skip.FILM, Skip.DROPPED),
              0.1,
              0.5,
              1,
              Injection.FILM,
              Activation.TANH,
              Normalisation.BATCH,
              1,
              0.3,
              0.1,
              WeightRule.GLOROT_UNIFORM));
    }
  }
}
