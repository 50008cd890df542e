package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/**
 * Makes a {@link Regulariser}.
 *
 * @param <C> the configuration
 */
@PartKind("regulariser")
public interface RegulariserFactory<C extends Record> extends ModelPartFactory<C, Regulariser> {}
