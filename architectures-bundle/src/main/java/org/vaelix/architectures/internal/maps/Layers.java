package org.vaelix.architectures.internal.maps;

import java.util.List;
import java.util.Optional;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normaliser;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/**
 * Layers on feature maps (rows, channels, height, width), all in one style.
 *
 * @param grid of the observations; traces have windows of height 1
 * @param activation after each convolution
 * @param normaliser before each activation
 * @param initialiser of all weights
 * @param weights (rows,), how much each row counts; absent where rows are no data
 */
public record Layers(
    Grid grid,
    Activation activation,
    Normaliser normaliser,
    WeightRule initialiser,
    Optional<Tensor> weights) {
  /**
   * {@return layers for rows}
   *
   * @param rows what is known of them
   */
  public Layers over(Conditions rows) {
    return new Layers(grid, activation, normaliser, initialiser, rows.weights());
  }

  /**
   * {@return two convolutions of 3 × 3, each with its activation}
   *
   * @param context scoped to the block
   * @param input what the first of them reads side by side
   * @param channels of the result
   */
  public Tensor block(ModelContext context, List<Part> input, int channels) {
    Tensor first = layer(context.scope("conv0"), input, channels);
    return layer(context.scope("conv1"), List.of(Part.of(first)), channels);
  }

  /**
   * {@return a convolution of 3 × 3 with its activation}
   *
   * @param context scoped to the layer
   * @param input what it reads side by side
   * @param channels of the result
   */
  public Tensor layer(ModelContext context, List<Part> input, int channels) {
    try (Graph.Scope scope = context.open()) {
      return activated(context, convolve(context, input, channels, 1));
    }
  }

  /**
   * {@return the same with a stride of 2, so of half the width, and of half the height unless they
   * are traces}
   *
   * @param context scoped to the layer
   * @param input what it reads side by side, its sides even
   * @param channels of the result
   */
  public Tensor strided(ModelContext context, List<Part> input, int channels) {
    try (Graph.Scope scope = context.open()) {
      return activated(context, convolve(context, input, channels, 2));
    }
  }

  /**
   * {@return two convolutions of 3 × 3 whose result is added to what they read (He et al. 2016,
   * equation 1)}
   *
   * @param context scoped to the block
   * @param maps (rows, channels, height, width)
   */
  public Tensor residual(ModelContext context, Tensor maps) {
    int channels = maps.shape().size(1);
    Tensor first = layer(context.scope("conv0"), List.of(Part.of(maps)), channels);
    ModelContext second = context.scope("conv1");
    try (Graph.Scope scope = second.open()) {
      Tensor sum = convolve(second, List.of(Part.of(first)), channels, 1);
      return activation.apply(normaliser.apply(second, sum, weights).add(maps));
    }
  }

  private Tensor activated(ModelContext context, Tensor sum) {
    return activation.apply(normaliser.apply(context, sum, weights));
  }

  /**
   * The convolution of maps that lie side by side is a sum of convolutions: nothing is copied, and
   * maps that are all 0 cost nothing.
   */
  private Tensor convolve(ModelContext context, List<Part> input, int channels, int stride) {
    int inputs = input.stream().mapToInt(Part::channels).sum();
    int tall = grid.isTrace() ? 1 : 3;
    int above = tall / 2;
    int down = grid.isTrace() ? 1 : stride;
    Attributes.Convolution steps = new Attributes.Convolution(down, stride, above, 1, above, 1);
    Shape shape = Shape.of(channels, inputs, tall, 3);
    Tensor weight = context.parameter("weight", shape, initialiser.weights());
    Tensor sum = null;
    int from = 0;
    for (Part part : input) {
      int to = from + part.channels();
      if (part.maps().isPresent()) {
        Tensor filter = part.channels() == inputs ? weight : weight.range(1, from, to);
        Tensor term = part.maps().get().conv2d(filter, steps);
        sum = sum == null ? term : sum.add(term);
      }
      from = to;
    }
    return sum;
  }

  /**
   * {@return feature maps of twice the width, and of twice the height unless they are traces}
   *
   * @param context scoped to the layer
   * @param maps (rows, any channels, height, width)
   * @param channels of the result
   * @param upsampling how
   */
  public Tensor up(ModelContext context, Tensor maps, int channels, Upsampling upsampling) {
    try (Graph.Scope scope = context.open()) {
      return biased(context, enlarged(context, maps, channels, upsampling));
    }
  }

  /**
   * {@return the same with its activation}
   *
   * @param context scoped to the layer
   * @param maps (rows, any channels, height, width)
   * @param channels of the result
   * @param upsampling how
   */
  public Tensor upLayer(ModelContext context, Tensor maps, int channels, Upsampling upsampling) {
    try (Graph.Scope scope = context.open()) {
      return activated(context, enlarged(context, maps, channels, upsampling));
    }
  }

  private Tensor enlarged(ModelContext context, Tensor maps, int channels, Upsampling upsampling) {
    return upsampling == Upsampling.TRANSPOSED
        ? transposed(context, maps, channels)
        : convolve(context, List.of(Part.of(repeated(maps))), channels, 1);
  }

  /**
   * {@return a convolution of 1 × 1 with a bias, of as many rows, the height and the width}
   *
   * @param context scoped to the layer
   * @param maps (rows, any channels, height, width)
   * @param channels of the result
   */
  public Tensor pointwise(ModelContext context, Tensor maps, int channels) {
    try (Graph.Scope scope = context.open()) {
      Shape shape = Shape.of(channels, maps.shape().size(1), 1, 1);
      Tensor weight = context.parameter("weight", shape, initialiser.weights());
      return biased(context, maps.conv2d(weight, Attributes.Convolution.of(1, 0)));
    }
  }

  private Tensor repeated(Tensor maps) {
    return Functions.upsample2d(maps, grid.factorDown(), 2);
  }

  private Tensor transposed(ModelContext context, Tensor maps, int channels) {
    int down = grid.factorDown();
    Shape s = maps.shape();
    Shape larger = Shape.of(s.size(0), channels, s.size(2) * down, s.size(3) * 2);
    Shape filter = Shape.of(s.size(1), channels, down, 2);
    Tensor weight = context.parameter("weight", filter, matrix(s.size(1)));
    Attributes.Convolution step = new Attributes.Convolution(down, 2, 0, 0, 0, 0);
    return weight.conv2dInputGradient(maps, step, larger);
  }

  /** Windows do not overlap, so each result is a sum over the inputs of one place. */
  private Initialiser matrix(int inputs) {
    return (shape, random) ->
        initialiser.weights().values(Shape.of(inputs, shape.elements() / inputs), random);
  }

  private static Tensor biased(ModelContext context, Tensor maps) {
    int channels = maps.shape().size(1);
    Tensor bias = context.parameter("bias", Shape.of(channels), Initialisers.zeros());
    return maps.add(bias.reshape(channels, 1, 1));
  }
}
