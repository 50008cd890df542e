package org.vaelix.core.analysis;

import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Inference;

/** What is to be computed of a variational model applied to rows. Written by analyses. */
@FunctionalInterface
public interface Formula {
  /**
   * {@return results by name, (rows, …) each}
   *
   * @param inference the model applied to a batch of rows
   * @param given what the analysis gives beside the rows, by name
   */
  Map<String, Tensor> of(Inference inference, Map<String, Tensor> given);
}
