package org.vaelix.architectures.internal.recurrent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * Coordinated dropout (Keshtkaran and Pandarinath 2019): values that the encoder has seen give the
 * networks no gradient.
 */
final class Hidden {
  private Hidden() {}

  /**
   * {@return the same numbers, through which gradients flow at hidden values only}
   *
   * @param seen 1 where the encoder saw a value, else 0, (rows, bins, features)
   * @param heads (rows, the head's shape…) each; those that are not per value stay as they are
   * @param sequence the observations
   */
  static Map<String, Tensor> only(Tensor seen, Map<String, Tensor> heads, Sequence sequence) {
    Map<String, Tensor> results = new LinkedHashMap<>(heads);
    results.replaceAll(
        (name, head) ->
            sequence.holds(head.shape().dropLeading(1))
                ? aligned(seen, head.shape()).select(head.stopGradient(), head)
                : head);
    return results;
  }

  /** (rows, bins, features) as (rows, 1…, bins, features), which broadcasts to a head. */
  private static Tensor aligned(Tensor seen, Shape head) {
    int[] sizes = head.sizes();
    for (int axis = 1; axis < sizes.length - 2; axis++) {
      sizes[axis] = 1;
    }
    return seen.reshape(sizes);
  }
}
