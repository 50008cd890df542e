package org.vaelix.models.internal.schedule;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** Makes the schedule {@code constant}. */
@Component
@PartType("constant")
@Doc("The same value throughout; a plain number in a recipe means this.")
public final class ConstantScheduleFactory
    implements ScheduleFactory<ConstantScheduleFactory.Config> {
  /** Its options. */
  public record Config(@Doc("the value") double value) {
    /** Checks the options. */
    public Config {
      Check.that(Double.isFinite(value), "value", "must be finite, got " + value);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1);
  }

  @Override
  public Schedule create(Config config) {
    return Schedule.constant(config.value());
  }
}
