package org.vaelix.architectures.internal.unet;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.Normaliser;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.architectures.internal.maps.Grid;
import org.vaelix.architectures.internal.maps.Layers;
import org.vaelix.architectures.internal.maps.Pooling;
import org.vaelix.architectures.internal.maps.Sides;
import org.vaelix.architectures.internal.maps.Upsampling;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the architecture {@code unet}. */
@Component
@PartType("unet")
@Doc(
    value =
        "A U-Net of images (channels, height, width) or traces (bins, features): convolutions down to"
            + " z and up again, with skips from each level of the encoder to the decoder's.",
    formula =
        "up: h ← block([up(h), skip(F, z)]); skip 'film': σ(G z + g) ⊙ F + S z + s, by channel;"
            + " without an input F = 0",
    source =
        "Ronneberger, Fischer and Brox 2015, figure 1; FiLM: Perez et al. 2018, equations 1 and 2")
public final class UnetArchitecture implements ArchitectureFactory<UnetArchitecture.Config> {
  /** Its options. */
  public record Config(
      @Doc("how often each side is halved, at least 1; each level has a block and a skip")
          int levels,
      @Doc(
              "channels of the first level's feature maps, doubled at each further one; or of every"
                  + " level and, last, of the bottleneck")
          List<Integer> channels,
      @Doc("how feature maps get to half the size: average or max, over 2 × 2 values")
          Pooling pooling,
      @Doc(
              "how they get back: transposed, a transposed convolution of 2 × 2; or nearest, each"
                  + " value repeated and a convolution of 3 × 3")
          Upsampling upsampling,
      @Doc(
              "what the decoder sees of the encoder's feature maps, of all levels or one for each,"
                  + " the finest first: none; plain; film, through gates that z opens; dropped, as"
                  + " they are; variational, through latent variables of their own")
          List<Skip> skips,
      @Doc("how far the gates of 'film' are open before training, between 0 and 1") double gate,
      @Doc(
              "probability from 0 to 1 that training takes all of a row's 'film' and 'dropped' skips"
                  + " away, so that z has to say what they would")
          double dropProbability,
      @Doc("latent variables at each place of a 'variational' skip, at least 1") int skipLatent,
      @Doc(
              "where z enters the decoder: bottleneck; or also each level above, by film (it scales"
                  + " and shifts each map) or concatenation (it joins the maps)")
          Injection injection,
      @Doc("what follows each convolution: " + Activation.NAMES) Activation activation,
      @Doc(Normalisation.NORMALISATION) Normalisation normalisation,
      @Doc(Normalisation.GROUPS) int groups,
      @Doc(Normalisation.MOMENTUM) double momentum,
      @Doc(Normalisation.EPSILON) double epsilon,
      @Doc(WeightRule.INITIALISER) WeightRule initialiser) {
    /** Checks the options. */
    public Config {
      Check.atLeast("levels", levels, 1);
      Check.that(levels <= 20, "levels", "must be at most 20, got " + levels);
      channels = List.copyOf(channels);
      skips = List.copyOf(skips);
      checkChannels(levels, channels);
      Check.that(
          skips.size() == 1 || skips.size() == levels,
          "skips",
          "must name one policy, or one for each of " + levels + " levels, got " + skips.size());
      Check.that(gate > 0 && gate < 1, "gate", "must be above 0 and below 1, got " + gate);
      Check.between("dropProbability", dropProbability, 0, 1);
      Check.atLeast("skipLatent", skipLatent, 1);
      Normaliser normaliser = new Normaliser(normalisation, groups, momentum, epsilon);
      for (int level = 0; level <= levels; level++) {
        normaliser.check(width(channels, level));
      }
    }

    private static void checkChannels(int levels, List<Integer> channels) {
      channels.forEach(width -> Check.atLeast("channels", width, 1));
      Check.that(
          channels.size() == 1 || channels.size() == levels + 1,
          "channels",
          String.format(
              "must be one number, or %d: of %d levels and the bottleneck; got %d numbers",
              levels + 1, levels, channels.size()));
      Check.that(
          channels.size() > 1 || (long) channels.get(0) << levels <= 1 << 20,
          "channels",
          "of the bottleneck would be more than " + (1 << 20) + "; take less, or fewer levels");
    }

    private static int width(List<Integer> channels, int level) {
      return channels.size() == 1 ? channels.get(0) << level : channels.get(level);
    }

    /** {@return the channels of a level, or of the bottleneck below the last} */
    int width(int level) {
      return width(channels, level);
    }

    /** {@return what becomes of a level's feature maps} */
    Skip skip(int level) {
      return skips.get(skips.size() == 1 ? 0 : level);
    }

    /** {@return whether no feature map gets to the decoder} */
    boolean isWithoutSkips() {
      return skips.stream().allMatch(Skip.NONE::equals);
    }

    /** {@return whether skips are left out of some rows in training} */
    boolean drops() {
      return skips.contains(Skip.FILM) || skips.contains(Skip.DROPPED);
    }

    Layers layers(Grid grid) {
      Normaliser normaliser = new Normaliser(normalisation, groups, momentum, epsilon);
      return new Layers(grid, activation, normaliser, initialiser, Optional.empty());
    }
  }

  @Override
  public Config defaults() {
    return new Config(
        2,
        List.of(16),
        Pooling.MAX,
        Upsampling.TRANSPOSED,
        List.of(Skip.FILM),
        0.02,
        0.5,
        4,
        Injection.BOTTLENECK,
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
    Sides.check(grid, "levels", config.levels());
    return new Unet(config, config.layers(grid), context);
  }
}
