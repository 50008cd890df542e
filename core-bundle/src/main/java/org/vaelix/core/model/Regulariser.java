package org.vaelix.core.model;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.PartKind;

/**
 * What keeps an autoencoder from merely copying its input: noise that it must undo, or a price on
 * its code. Implemented by model bundles, called by models without a prior; a model may have
 * several.
 */
@PartKind("regulariser")
public interface Regulariser {
  /**
   * {@return what the encoder sees in training in the place of the values, of their shape; the
   * decoder is still asked for the values themselves. Not called outside of training.}
   *
   * @param values (rows, event shape…)
   */
  default Tensor corrupt(Tensor values) {
    return values;
  }

  /**
   * {@return what is added to each row's loss, (rows,), in nats; absent if nothing}
   *
   * @param coding what the encoder made of the rows
   */
  default Optional<Tensor> penalty(Coding coding) {
    return Optional.empty();
  }

  /**
   * Rows and their code.
   *
   * @param input what the encoder saw, (rows, event shape…)
   * @param code what it made of it, (rows, latent size)
   * @param weights how much each row counts, (rows,)
   * @param isUnit whether every value of the code lies between 0 and 1
   */
  record Coding(Tensor input, Tensor code, Tensor weights, boolean isUnit) {}
}
