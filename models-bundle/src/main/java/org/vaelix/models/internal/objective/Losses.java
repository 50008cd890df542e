package org.vaelix.models.internal.objective;

import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Terms;

/** Makes terms of a loss for each row. */
final class Losses {
  private Losses() {}

  static Terms of(Tensor loss, Map<String, Tensor> measures) {
    return new Terms(loss, Optional.empty(), measures);
  }
}
