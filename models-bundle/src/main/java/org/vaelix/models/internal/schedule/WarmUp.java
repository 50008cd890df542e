package org.vaelix.models.internal.schedule;

import org.vaelix.core.part.Check;
import org.vaelix.core.training.Schedule;

/**
 * A schedule whose values are scaled up from 0 at the start of training (Goyal et al. 2017).
 *
 * @param warmed the schedule
 * @param over the fraction of the planned steps that this takes
 */
record WarmUp(Schedule warmed, double over) implements Schedule {
  static final String WARM_UP =
      "fraction of the planned steps over which the value is scaled up from 0; 0: none";

  static void check(double over) {
    Check.between("warmUp", over, 0, 1);
  }

  static Schedule of(Schedule schedule, double over) {
    return over == 0 ? schedule : new WarmUp(schedule, over);
  }

  @Override
  public double at(double fraction) {
    return warmed.at(fraction) * Math.min(fraction / over, 1);
  }

  @Override
  public double settledAt() {
    return Math.max(warmed.settledAt(), over);
  }

  @Override
  public double finalValue() {
    return warmed.finalValue();
  }
}
