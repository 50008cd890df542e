package org.vaelix.core.model;

import org.vaelix.core.part.PartKind;

/**
 * Makes an {@link Architecture}.
 *
 * @param <C> the configuration
 */
@PartKind("architecture")
public interface ArchitectureFactory<C extends Record> extends ModelPartFactory<C, Architecture> {}
