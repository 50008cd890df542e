package org.vaelix.core.analysis;

import org.vaelix.core.part.PartKind;
import org.vaelix.core.part.ValueFactory;

/**
 * Makes an {@link Analysis}.
 *
 * @param <C> the configuration
 */
@PartKind("analysis")
public interface AnalysisFactory<C extends Record> extends ValueFactory<C, Analysis> {}
