package org.vaelix.models.internal.schedule;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** Makes the schedule {@code cyclical}. */
@Component
@PartType("cyclical")
@Doc(
    value = "A ramp that is repeated: in each cycle the value rises, then stays.",
    formula =
        "from + (to − from)·min(τ/rising, 1), τ = the fraction done of the cycle under way; 'to'"
            + " after the last ramp",
    source = "Fu et al. 2019")
public final class CyclicalScheduleFactory
    implements ScheduleFactory<CyclicalScheduleFactory.Config> {
  /** Its options. */
  public record Config(
      @Doc("value at the start of each cycle") double from,
      @Doc("value at the end of each ramp") double to,
      @Doc("how many cycles, at least 1") int cycles,
      @Doc("share of a cycle in which the value rises, above 0 and up to 1") double rising,
      @Doc("length of all cycles together, a fraction of the planned steps above 0 and up to 1")
          double over,
      @Doc("where the first cycle starts, a fraction of the planned steps from 0; start + over ≤ 1")
          double start,
      @Doc(WarmUp.WARM_UP) double warmUp) {
    /** Checks the options. */
    public Config {
      Ramp.check(from, to, over, start);
      Check.atLeast("cycles", cycles, 1);
      Check.positive("rising", rising);
      Check.between("rising", rising, 0, 1);
      WarmUp.check(warmUp);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0, 1, 4, 0.5, 1, 0, 0);
  }

  @Override
  public Schedule create(Config config) {
    Ramp whole = new Ramp(config.start(), config.over());
    return WarmUp.of(
        new CyclicalSchedule(config.from(), config.to(), config.cycles(), config.rising(), whole),
        config.warmUp());
  }
}
