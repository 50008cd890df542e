package org.vaelix.models.internal.schedule;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;
import org.vaelix.models.internal.schedule.RampSchedule.Curve;

/** Makes the schedule {@code cosine}. */
@Component
@PartType("cosine")
@Doc(
    value = "Half a cosine wave from one value to another: slow at both ends.",
    formula =
        "from + (to − from)·(1 − cos πs)/2, s = clamp((t − start)/over, 0, 1), t = fraction of the"
            + " steps done",
    source = "Loshchilov and Hutter 2017, equation 5, without restarts")
public final class CosineScheduleFactory implements ScheduleFactory<CosineScheduleFactory.Config> {
  private static final Curve WAVE = new Curve("cosine", s -> (1 - Math.cos(Math.PI * s)) / 2);

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
    return WarmUp.of(new RampSchedule(config.from(), config.to(), ramp, WAVE), config.warmUp());
  }
}
