package org.vaelix.core.training;

import org.vaelix.core.part.PartKind;
import org.vaelix.core.part.ValueFactory;

/**
 * Makes an {@link Optimiser}.
 *
 * @param <C> the configuration
 */
@PartKind("optimiser")
public interface OptimiserFactory<C extends Record> extends ValueFactory<C, Optimiser> {}
