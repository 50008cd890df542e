package org.vaelix.models.internal.schedule;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** Makes the schedule {@code constant}. */
@Component
@PartType("constant")
@Doc(
    value = "The same value throughout; a plain number in a recipe means this.",
    formula = "value·min(t/warmUp, 1), t = fraction of the steps done",
    source = "warm-up: Goyal et al. 2017, section 2.2")
public final class ConstantScheduleFactory
    implements ScheduleFactory<ConstantScheduleFactory.Config> {
  /** Its options. */
  public record Config(@Doc("the value") double value, @Doc(WarmUp.WARM_UP) double warmUp) {
    /** Checks the options. */
    public Config {
      Ramp.finite("value", value);
      WarmUp.check(warmUp);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1, 0);
  }

  @Override
  public Schedule create(Config config) {
    return WarmUp.of(Schedule.constant(config.value()), config.warmUp());
  }
}
