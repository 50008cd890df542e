package org.vaelix.core.model;

import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.PartKind;

/**
 * A family of approximate posteriors q(z | x). Implemented by posterior bundles, called by
 * variational models; its contract is {@code PosteriorContract} in the testkit.
 */
@PartKind("posterior")
public interface Posterior {
  /** {@return what it asks the encoder for} */
  List<Head> heads();

  /**
   * {@return the distribution of the rows}
   *
   * @param heads (rows, the head's shape…) each, by name
   */
  LatentDistribution given(Map<String, Tensor> heads);
}
