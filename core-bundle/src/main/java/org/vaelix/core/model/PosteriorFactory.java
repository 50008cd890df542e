package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/**
 * Makes a {@link Posterior}.
 *
 * @param <C> the configuration
 */
@PartKind("posterior")
public interface PosteriorFactory<C extends Record> extends ModelPartFactory<C, Posterior> {}
