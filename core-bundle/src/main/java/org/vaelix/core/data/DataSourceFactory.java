package org.vaelix.core.data;

import org.vaelix.core.part.PartKind;
import org.vaelix.core.part.ValueFactory;

/**
 * Makes a {@link DataSource}. A source that reads one file calls the option {@code file}, so that
 * {@code encode} can put another file in its place.
 *
 * @param <C> the configuration
 */
@PartKind("data")
public interface DataSourceFactory<C extends Record> extends ValueFactory<C, DataSource> {}
