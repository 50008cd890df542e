package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/**
 * Makes a {@link Model}.
 *
 * @param <C> the configuration
 */
@PartKind("model")
public interface ModelFactory<C extends Record> extends ModelPartFactory<C, Model> {}
