package org.vaelix.architectures.internal.recurrent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.ModelContext;

/**
 * What a decoder of sequences ends with. A head that asks for numbers at each value is linear in
 * the factors of the value's bin, with the same weights and biases in all bins: a bias for each
 * value would learn the mean course of the training rows by heart. Others are linear in the mean of
 * the factors over bins.
 *
 * @param context scoped to the network
 * @param sequence the observations
 * @param initialiser of all weights
 */
record SequenceHeads(ModelContext context, Sequence sequence, WeightRule initialiser) {
  /**
   * {@return the heads, (rows, the head's shape…) each}
   *
   * @param factors (rows, bins, factors)
   * @param heads what is asked for
   */
  Map<String, Tensor> of(Tensor factors, List<Head> heads) {
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (Head head : heads) {
      if (sequence.holds(head.shape())) {
        results.put(head.name(), perBin(context.scope(head.name()), factors, head));
      } else {
        results.putAll(Dense.heads(context, factors.mean(1), List.of(head), initialiser.weights()));
      }
    }
    return results;
  }

  private Tensor perBin(ModelContext here, Tensor factors, Head head) {
    int rows = factors.shape().size(0);
    int width = factors.shape().size(2);
    int results = head.shape().elements() / sequence.bins();
    try (Graph.Scope scope = here.open()) {
      Tensor weight = here.parameter("weight", Shape.of(width, results), initialiser.weights());
      Tensor bias = here.parameter("bias", Shape.of(results), meanOverBins(head));
      Tensor flat = factors.reshape(rows * sequence.bins(), width).matmul(weight).add(bias);
      return inHeadsOrder(flat, head.shape(), rows);
    }
  }

  /** (rows · bins, extra · features) as (rows, extra…, bins, features). */
  private Tensor inHeadsOrder(Tensor flat, Shape head, int rows) {
    int extra = head.rank() - 2;
    int[] sizes = new int[head.rank() + 1];
    sizes[0] = rows;
    sizes[1] = sequence.bins();
    for (int axis = 0; axis < extra; axis++) {
      sizes[axis + 2] = head.size(axis);
    }
    sizes[extra + 2] = sequence.features();
    Tensor inBins = flat.reshape(sizes);
    if (extra == 0) {
      return inBins;
    }
    int[] axes = IntStream.range(0, sizes.length).toArray();
    for (int axis = 0; axis < extra; axis++) {
      axes[axis + 1] = axis + 2;
    }
    axes[extra + 1] = 1;
    return inBins.transpose(axes);
  }

  private Initialiser meanOverBins(Head head) {
    int bins = sequence.bins();
    int features = sequence.features();
    return (shape, random) -> {
      double[] all = head.bias().values(head.shape(), random);
      double[] means = new double[shape.elements()];
      for (int i = 0; i < all.length; i++) {
        means[i / (bins * features) * features + i % features] += all[i] / bins;
      }
      return means;
    };
  }
}
