package org.vaelix.architectures.internal.convolutional;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.Normaliser;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.maps.Grid;
import org.vaelix.architectures.internal.maps.Layers;
import org.vaelix.architectures.internal.maps.Sides;
import org.vaelix.architectures.internal.maps.Upsampling;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the architecture {@code convolutional}. */
@Component
@PartType("convolutional")
@Doc(
    value =
        "Convolutions of images (channels, height, width) or traces (bins, features): each level"
            + " halves the sides on the way to z, and doubles them on the way back.",
    formula = "down: h ← a(W ∗ h + b), every second place; residual block: h ← a(h + block(h))",
    source = "LeCun et al. 1998; Radford, Metz and Chintala 2016; residual: He et al. 2016")
public final class ConvolutionalArchitecture
    implements ArchitectureFactory<ConvolutionalArchitecture.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "channels of each level, the finest first; each level halves the sides. The decoder has"
                  + " them in reverse")
          List<Integer> channels,
      @Doc(
              "how sides are halved: strided, a convolution with stride 2; or a convolution and max or"
                  + " average over 2 × 2 values")
          Downsampling downsampling,
      @Doc(
              "how they are doubled: transposed, a transposed convolution of 2 × 2; or nearest, each"
                  + " value repeated and a convolution of 3 × 3")
          Upsampling upsampling,
      @Doc("further blocks of two convolutions of 3 × 3 on each level, at least 0") int blocks,
      @Doc("whether a block's result is added to what it read") boolean residual,
      @Doc("what follows each convolution: " + Activation.NAMES) Activation activation,
      @Doc(Normalisation.NORMALISATION) Normalisation normalisation,
      @Doc(Normalisation.GROUPS) int groups,
      @Doc(Normalisation.MOMENTUM) double momentum,
      @Doc(Normalisation.EPSILON) double epsilon,
      @Doc(WeightRule.INITIALISER) WeightRule initialiser) {
    /** Checks the options. */
    public Config {
      channels = List.copyOf(channels);
      Check.that(
          !channels.isEmpty() && channels.size() <= 20,
          "channels",
          "must be 1 to 20 numbers, one for each level, got " + channels.size());
      Check.atLeast("blocks", blocks, 0);
      channels.forEach(width -> Check.atLeast("channels", width, 1));
      channels.forEach(new Normaliser(normalisation, groups, momentum, epsilon)::check);
    }

    Layers layers(Grid grid) {
      Normaliser normaliser = new Normaliser(normalisation, groups, momentum, epsilon);
      return new Layers(grid, activation, normaliser, initialiser, Optional.empty());
    }
  }

  @Override
  public Config defaults() {
    return new Config(
        List.of(32, 64),
        Downsampling.STRIDED,
        Upsampling.TRANSPOSED,
        0,
        true,
        Activation.RELU,
        Normalisation.NONE,
        8,
        0.1,
        1e-5,
        WeightRule.HE_UNIFORM);
  }

  @Override
  public Architecture create(Config config, ModelContext context) {
    Grid grid = Grid.of(context.eventShape());
    Sides.check(grid, "channels", config.channels().size());
    return new Convolutional(config, config.layers(grid), context);
  }
}
