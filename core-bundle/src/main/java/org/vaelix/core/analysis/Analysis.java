package org.vaelix.core.analysis;

import org.vaelix.core.part.PartKind;

/**
 * Something that is found out about a trained model. Implemented by analysis bundles, called by
 * commands and embedding hosts; immutable.
 */
@PartKind("analysis")
public interface Analysis {
  /**
   * {@return what was found}
   *
   * @param subject the trained model and its rows
   * @throws org.vaelix.core.model.ModelException if this kind of model has not what is looked for
   */
  Finding of(Subject subject);
}
