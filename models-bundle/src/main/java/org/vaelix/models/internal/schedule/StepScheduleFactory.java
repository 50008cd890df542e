package org.vaelix.models.internal.schedule;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** Makes the schedule {@code step}. */
@Component
@PartType("step")
@Doc(
    value = "One value after another, each from its place on.",
    formula = "values[number of places ≤ t], t = fraction of the steps done",
    source = "He et al. 2016, section 4.2, for learning rates")
public final class StepScheduleFactory implements ScheduleFactory<StepScheduleFactory.Config> {
  /** Its options. */
  public record Config(
      @Doc("the values, one more than there are places") List<Double> values,
      @Doc(
              "where each value but the first begins, rising fractions of the planned steps from 0 to 1")
          List<Double> at,
      @Doc(WarmUp.WARM_UP) double warmUp) {
    /** Checks the options. */
    public Config {
      values = List.copyOf(values);
      at = List.copyOf(at);
      values.forEach(value -> Ramp.finite("values", value));
      double last = 0;
      for (double place : at) {
        Check.between("at", place, 0, 1);
        Check.that(place >= last, "at", "must rise, got " + place + " after " + last);
        last = place;
      }
      Check.that(
          values.size() == at.size() + 1,
          "values",
          "must be one more than the places in 'at', got " + values.size() + " and " + at.size());
      WarmUp.check(warmUp);
    }
  }

  @Override
  public Config defaults() {
    return new Config(List.of(0.0, 1.0), List.of(0.2), 0);
  }

  @Override
  public Schedule create(Config config) {
    return WarmUp.of(new StepSchedule(config.values(), config.at()), config.warmUp());
  }
}
