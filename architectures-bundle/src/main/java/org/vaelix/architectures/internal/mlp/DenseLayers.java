package org.vaelix.architectures.internal.mlp;

import java.util.Optional;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normaliser;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;

/**
 * Fully connected layers, all in one style: weights, normalisation or a bias, activation, dropout.
 *
 * @param activation of each layer
 * @param normaliser before each activation
 * @param dropout the share of results that training leaves out
 * @param initialiser of all weights
 * @param weights (rows,), how much each row counts; absent where rows are no data
 */
record DenseLayers(
    Activation activation,
    Normaliser normaliser,
    double dropout,
    WeightRule initialiser,
    Optional<Tensor> weights) {
  /**
   * {@return a layer's results, (rows, width)}
   *
   * @param context scoped to the layer
   * @param x (rows, inputs)
   * @param width how many results
   */
  Tensor layer(ModelContext context, Tensor x, int width) {
    try (Graph.Scope scope = context.open()) {
      return finished(context, normalised(context, x, width));
    }
  }

  /**
   * {@return the results of two layers, (rows, width), the second of which adds features to its
   * sums: as they are, or projected where there are not as many (He et al. 2016, equations 1 and
   * 2)}
   *
   * @param context scoped to the block
   * @param x what the first layer reads, (rows, inputs)
   * @param features (rows, any number)
   * @param width how many results
   */
  Tensor block(ModelContext context, Tensor x, Tensor features, int width) {
    Tensor inner = layer(context.scope("dense0"), x, width);
    ModelContext second = context.scope("dense1");
    try (Graph.Scope scope = second.open()) {
      Tensor sums = normalised(second, inner, width);
      return finished(second, sums.add(shortcut(context.scope("shortcut"), features, width)));
    }
  }

  private Tensor shortcut(ModelContext context, Tensor features, int width) {
    boolean fits = features.shape().size(1) == width;
    return fits ? features : product(context, features, width);
  }

  private Tensor normalised(ModelContext context, Tensor x, int width) {
    return normaliser.apply(context, product(context, x, width), weights);
  }

  private Tensor product(ModelContext context, Tensor x, int width) {
    Shape shape = Shape.of(x.shape().size(1), width);
    return x.matmul(context.parameter("weight", shape, initialiser.weights()));
  }

  private Tensor finished(ModelContext context, Tensor sums) {
    Tensor results = activation.apply(sums);
    return context.isTraining() && dropout > 0 ? thinned(context, results) : results;
  }

  /** What stays is enlarged, so that expected values are those of all (Srivastava et al. 2014). */
  private Tensor thinned(ModelContext context, Tensor results) {
    Tensor chance = context.uniform("dropout", results.shape());
    Tensor kept = chance.graph().constant(dropout).lessOrEqual(chance);
    return results.multiply(kept).divide(1 - dropout);
  }
}
