package org.vaelix.core.model;

import org.vaelix.core.part.PartFactory;

/**
 * Makes a part of a model for one trace.
 *
 * @param <C> the configuration
 * @param <P> what is made
 */
public interface ModelPartFactory<C extends Record, P> extends PartFactory<C> {
  /**
   * Makes the part. Called once for each graph that is traced; the part declares its parameters in
   * the context and keeps it for noise. It must not keep anything beyond the trace.
   *
   * @param config checked
   * @param context of this trace, scoped to the part
   * @return the part
   * @throws org.vaelix.core.part.OptionException if an option does not fit this data; it is
   *     reported at the option's place in the recipe
   * @throws ModelException if the part cannot be made for this data or latent space
   */
  P create(C config, ModelContext context);
}
