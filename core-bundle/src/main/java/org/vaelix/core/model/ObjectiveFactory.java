package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/**
 * Makes an {@link Objective}.
 *
 * @param <C> the configuration
 */
@PartKind("objective")
public interface ObjectiveFactory<C extends Record> extends ModelPartFactory<C, Objective> {}
