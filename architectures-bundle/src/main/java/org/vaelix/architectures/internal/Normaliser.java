package org.vaelix.architectures.internal;

import java.util.Arrays;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.OptionException;

/**
 * What comes between a layer's sums and their activation: a bias, then normalisation with a trained
 * scale and shift of each channel. Batch normalisation would take a bias away again, so it has
 * none; without a bias what is normalised by row would not tell the length of z. Sums are (rows,
 * channels) or (rows, channels, height, width); the units of a dense layer are its channels.
 *
 * @param kind of normalisation
 * @param groups of channels that group normalisation takes together
 * @param momentum of batch normalisation's running statistics
 * @param epsilon added to variances
 */
public record Normaliser(Normalisation kind, int groups, double momentum, double epsilon) {
  /** Checks the options. */
  public Normaliser {
    Check.atLeast("groups", groups, 1);
    Check.that(
        momentum > 0 && momentum <= 1,
        "momentum",
        "must be above 0 and at most 1, got " + momentum);
    Check.positive("epsilon", epsilon);
  }

  /**
   * Checks that groups divide the channels of a layer.
   *
   * @param channels how many the layer has, or how many units
   * @throws org.vaelix.core.part.OptionException with a number of groups that would do
   */
  public void check(int channels) {
    if (kind == Normalisation.GROUP && channels % groups != 0) {
      int fewer = Math.min(groups, channels);
      while (channels % fewer != 0) {
        fewer--;
      }
      throw new OptionException(
          "groups",
          String.format(
              "must divide the %d units or channels of a layer, got %d; take %d",
              channels, groups, fewer));
    }
  }

  /**
   * {@return what the layer's activation is applied to, of the same shape}
   *
   * @param layer the context, scoped to the layer
   * @param sums of the layer, without a bias
   * @param weights (rows,), how much each row counts; absent where rows are no data
   */
  public Tensor apply(ModelContext layer, Tensor sums, Optional<Tensor> weights) {
    return switch (kind) {
      case NONE -> biased(layer, sums);
      case LAYER -> scaled(layer, standardised(biased(layer, sums), 1));
      case GROUP -> scaled(layer, standardised(biased(layer, sums), groups));
      case BATCH ->
          scaled(layer, new BatchNormalisation(momentum, epsilon).apply(layer, sums, weights));
    };
  }

  private static Tensor biased(ModelContext layer, Tensor sums) {
    return sums.add(perChannel(layer, "bias", sums, 0));
  }

  private Tensor standardised(Tensor sums, int parts) {
    Shape shape = sums.shape();
    int size = shape.dropLeading(1).elements() / parts;
    Tensor grouped = sums.reshape(shape.size(0), parts, size);
    Tensor centred = grouped.subtract(grouped.sumKeeping(2).divide(size));
    Tensor variance = centred.square().sumKeeping(2).divide(size);
    return centred.divide(variance.add(epsilon).sqrt()).reshape(shape);
  }

  private static Tensor scaled(ModelContext layer, Tensor standardised) {
    return standardised
        .multiply(perChannel(layer, "scale", standardised, 1))
        .add(perChannel(layer, "shift", standardised, 0));
  }

  private static Tensor perChannel(ModelContext layer, String name, Tensor sums, double first) {
    int channels = sums.shape().size(1);
    Tensor parameter = layer.parameter(name, Shape.of(channels), Initialisers.constant(first));
    return alongChannels(parameter, sums);
  }

  /** {@return (channels,) as (channels, 1, …), which broadcasts over the rows of sums} */
  static Tensor alongChannels(Tensor numbers, Tensor sums) {
    if (sums.shape().rank() == 2) {
      return numbers;
    }
    int[] sizes = new int[sums.shape().rank() - 1];
    Arrays.fill(sizes, 1);
    sizes[0] = numbers.shape().elements();
    return numbers.reshape(sizes);
  }
}
