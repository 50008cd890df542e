package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/**
 * Makes a {@link Prior}.
 *
 * @param <C> the configuration
 */
@PartKind("prior")
public interface PriorFactory<C extends Record> extends ModelPartFactory<C, Prior> {}
