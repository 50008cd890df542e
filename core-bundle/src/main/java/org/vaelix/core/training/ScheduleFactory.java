package org.vaelix.core.training;

import org.vaelix.core.part.PartKind;
import org.vaelix.core.part.ValueFactory;

/**
 * Makes a {@link Schedule}.
 *
 * @param <C> the configuration
 */
@PartKind("schedule")
public interface ScheduleFactory<C extends Record> extends ValueFactory<C, Schedule> {}
