package org.vaelix.architectures.internal.maps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.ModelContext;

/** What a decoder of images or traces ends with. */
public final class MapHeads {
  private MapHeads() {}

  /**
   * {@return the heads, (rows, the head's shape…) each: of those that ask for numbers at each
   * value, a convolution of 1 × 1 with a bias for each value; of others, a linear layer on the mean
   * of each map}
   *
   * @param context scoped to the network
   * @param layers whose grid and first values to use
   * @param maps (rows, channels, height, width)
   * @param heads what is asked for
   */
  public static Map<String, Tensor> of(
      ModelContext context, Layers layers, Tensor maps, List<Head> heads) {
    Map<String, Tensor> results = new LinkedHashMap<>();
    Initialiser weights = layers.initialiser().weights();
    for (Head head : heads) {
      if (layers.grid().holds(head.shape())) {
        results.put(head.name(), local(context.scope(head.name()), layers, maps, head));
      } else {
        results.putAll(Dense.heads(context, maps.mean(2, 3), List.of(head), weights));
      }
    }
    return results;
  }

  private static Tensor local(ModelContext context, Layers layers, Tensor maps, Head head) {
    Grid grid = layers.grid();
    int results = head.shape().elements() / (grid.height() * grid.width());
    Shape shape = Shape.of(results, maps.shape().size(1), 1, 1);
    try (Graph.Scope scope = context.open()) {
      Tensor weight = context.parameter("weight", shape, layers.initialiser().weights());
      Tensor bias = context.parameter("bias", head.shape(), head.bias());
      Tensor sums = maps.conv2d(weight, Attributes.Convolution.of(1, 0));
      return grid.values(sums, head.shape()).add(bias);
    }
  }
}
