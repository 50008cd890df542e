package org.vaelix.models.internal.schedule;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** Makes the schedule {@code linear}. */
@Component
@PartType("linear")
@Doc(
    value = "A ramp from one value to another over a fraction of the planned steps.",
    formula = "from + (to − from)·clamp((t − start)/over, 0, 1), t = fraction of the steps done")
public final class LinearScheduleFactory implements ScheduleFactory<LinearScheduleFactory.Config> {
  /** Its options. */
  public record Config(
      @Doc("value until the ramp starts") double from,
      @Doc("value after the ramp's end") double to,
      @Doc("length of the ramp, a fraction of the planned steps above 0 and up to 1") double over,
      @Doc("where the ramp starts, a fraction of the planned steps from 0; start + over ≤ 1")
          double start) {
    /** A ramp that ended after training would never reach its value. */
    private static final double ROUNDING = 1e-9;

    /** Checks the options. */
    public Config {
      Check.that(Double.isFinite(from), "from", "must be finite, got " + from);
      Check.that(Double.isFinite(to), "to", "must be finite, got " + to);
      Check.positive("over", over);
      Check.between("over", over, 0, 1);
      Check.between("start", start, 0, 1);
      Check.that(
          start + over <= 1 + ROUNDING,
          "start",
          "plus 'over' must be at most 1, got " + start + " + " + over);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0, 1, 0.2, 0);
  }

  @Override
  public Schedule create(Config config) {
    return new LinearSchedule(config.from(), config.to(), config.over(), config.start());
  }
}
