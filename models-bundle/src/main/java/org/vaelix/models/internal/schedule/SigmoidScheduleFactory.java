package org.vaelix.models.internal.schedule;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;
import org.vaelix.models.internal.schedule.RampSchedule.Curve;

/** Makes the schedule {@code sigmoid}. */
@Component
@PartType("sigmoid")
@Doc(
    value = "A logistic curve from one value to another, steepest in its middle.",
    formula =
        "from + (to − from)·(σ(k(s − ½)) − σ(−k/2))/(σ(k/2) − σ(−k/2)), s = clamp((t − start)/over,"
            + " 0, 1), t = fraction of the steps done",
    source = "Bowman et al. 2016, scaled so that both ends are met")
public final class SigmoidScheduleFactory
    implements ScheduleFactory<SigmoidScheduleFactory.Config> {
  /** Its options. */
  public record Config(
      @Doc(Ramp.FROM) double from,
      @Doc(Ramp.TO) double to,
      @Doc(Ramp.OVER) double over,
      @Doc(Ramp.START) double start,
      @Doc("steepness k > 0; 10 is close to a step, 1 close to a line") double steepness,
      @Doc(WarmUp.WARM_UP) double warmUp) {
    /** Checks the options. */
    public Config {
      Ramp.check(from, to, over, start);
      Check.positive("steepness", steepness);
      WarmUp.check(warmUp);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0, 1, 0.2, 0, 10, 0);
  }

  @Override
  public Schedule create(Config config) {
    Ramp ramp = new Ramp(config.start(), config.over());
    return WarmUp.of(
        new RampSchedule(config.from(), config.to(), ramp, curve(config.steepness())),
        config.warmUp());
  }

  /** As ½(1 + tanh(k(s − ½)/2)/tanh(k/4)), which meets both ends and does not overflow. */
  private static Curve curve(double k) {
    double end = Math.tanh(k / 4);
    return new Curve("sigmoid " + k, s -> (1 + Math.tanh(k * (s - 0.5) / 2) / end) / 2);
  }
}
