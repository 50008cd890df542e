package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/**
 * Makes a {@link Likelihood}.
 *
 * @param <C> the configuration
 */
@PartKind("likelihood")
public interface LikelihoodFactory<C extends Record> extends ModelPartFactory<C, Likelihood> {}
