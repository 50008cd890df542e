package org.vaelix.priors.internal;

import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Draws of one of K components. */
public final class Choice {
  private Choice() {}

  /**
   * {@return 1 for the component that each row has drawn and 0 for the others, (rows, K): where a
   * uniform number lies among the cumulated probabilities}
   *
   * @param uniform in (0, 1), (rows, 1)
   * @param probabilities that add up to 1, (K,)
   */
  public static Tensor of(Tensor uniform, Tensor probabilities) {
    Graph graph = uniform.graph();
    int components = probabilities.shape().size(0);
    double[] before = new double[components * components];
    for (int j = 0; j < components; j++) {
      for (int k = j + 1; k < components; k++) {
        before[j * components + k] = 1;
      }
    }
    Tensor lower =
        probabilities
            .reshape(1, components)
            .matmul(graph.constant(Shape.of(components, components), before));
    Tensor reached = lower.lessOrEqual(uniform);
    // Reached, and the next one not: the last one has no next, however the sum was rounded.
    Tensor next = reached.range(1, 1, components).pad(new int[] {0, 0}, new int[] {0, 1}, 0);
    return reached.subtract(next);
  }
}
