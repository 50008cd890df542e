package org.vaelix.models.internal.schedule;

import org.vaelix.core.training.Schedule;

/**
 * The same linear ramp again and again, each followed by a rest at its end.
 *
 * @param from value at the start of each cycle
 * @param to value at the end of each ramp
 * @param cycles how many
 * @param rising share of a cycle that its ramp takes
 * @param whole when the cycles begin and end
 */
record CyclicalSchedule(double from, double to, int cycles, double rising, Ramp whole)
    implements Schedule {
  @Override
  public double at(double fraction) {
    if (fraction >= settledAt()) {
      return to;
    }
    double position = whole.done(fraction) * cycles;
    double withinCycle = position - Math.floor(position);
    return Ramp.between(from, to, Math.min(withinCycle / rising, 1));
  }

  @Override
  public double settledAt() {
    return Math.min(whole.start() + whole.over() * (cycles - 1 + rising) / cycles, 1);
  }

  @Override
  public double finalValue() {
    return to;
  }
}
