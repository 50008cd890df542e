package org.vaelix.models.internal.schedule;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;
import org.vaelix.models.internal.schedule.RampSchedule.Curve;

/** Makes the schedule {@code linear}. */
@Component
@PartType("linear")
@Doc(
    value = "A ramp from one value to another over a fraction of the planned steps.",
    formula =
        "from + (to − from)·s, s = clamp((t − start)/over, 0, 1), t = fraction of the steps done",
    source = "Sønderby et al. 2016, warm-up of the KL term")
public final class LinearScheduleFactory implements ScheduleFactory<LinearScheduleFactory.Config> {
  private static final Curve LINE = new Curve("linear", s -> s);

  /** Its options. */
  public record Config(
      @Doc(Ramp.FROM) double from,
      @Doc(Ramp.TO) double to,
      @Doc(Ramp.OVER) double over,
      @Doc(Ramp.START) double start,
      @Doc(WarmUp.WARM_UP) double warmUp) {
    /** Checks the options. */
    public Config {
      Ramp.check(from, to, over, start);
      WarmUp.check(warmUp);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0, 1, 0.2, 0, 0);
  }

  @Override
  public Schedule create(Config config) {
    Ramp ramp = new Ramp(config.start(), config.over());
    return WarmUp.of(new RampSchedule(config.from(), config.to(), ramp, LINE), config.warmUp());
  }
}
