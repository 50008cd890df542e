package org.vaelix.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Fully connected layers, for authors of architectures. */
public final class Dense {
  private Dense() {}

  /**
   * {@return x · W + b, (rows, outputs), with variables {@code weight} (inputs, outputs) and {@code
   * bias} (outputs,)}
   *
   * @param context scoped to the layer, for example to {@code dense0}
   * @param x (rows, inputs)
   * @param outputs how many
   * @param weight first values of W
   * @param bias first values of b
   */
  public static Tensor layer(
      ModelContext context, Tensor x, int outputs, Initialiser weight, Initialiser bias) {
    try (Graph.Scope scope = context.open()) {
      Tensor w = context.parameter("weight", Shape.of(x.shape().size(1), outputs), weight);
      Tensor b = context.parameter("bias", Shape.of(outputs), bias);
      return x.matmul(w).add(b);
    }
  }

  /**
   * {@return one linear layer for each head, scoped by the head's name, (rows, the head's shape…)
   * each. Weights start by Glorot's rule, biases as the head asks.}
   *
   * @param context scoped to the network, for example to {@code decoder}
   * @param features (rows, inputs)
   * @param heads what is asked for
   */
  public static Map<String, Tensor> heads(ModelContext context, Tensor features, List<Head> heads) {
    return heads(context, features, heads, Initialisers.glorotUniform());
  }

  /**
   * {@return one linear layer for each head, scoped by the head's name, (rows, the head's shape…)
   * each. Biases start as the head asks.}
   *
   * @param context scoped to the network, for example to {@code decoder}
   * @param features (rows, inputs)
   * @param heads what is asked for
   * @param weight first values of all weights
   */
  public static Map<String, Tensor> heads(
      ModelContext context, Tensor features, List<Head> heads, Initialiser weight) {
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (Head head : heads) {
      Shape shape = head.shape();
      // The head's author sees the head's own shape; the layer knows a flat one only.
      Initialiser bias = (flat, random) -> head.bias().values(shape, random);
      Tensor flat = layer(context.scope(head.name()), features, shape.elements(), weight, bias);
      results.put(head.name(), flat.reshape(shape.prepend(features.shape().size(0))));
    }
    return results;
  }
}
