package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/** What a variational model is trained to do. Implemented by model bundles, called by models. */
@PartKind("objective")
public interface Objective {
  /**
   * {@return the loss and the measures of a batch}
   *
   * @param inference the model applied to the batch
   */
  Terms terms(Inference inference);
}
