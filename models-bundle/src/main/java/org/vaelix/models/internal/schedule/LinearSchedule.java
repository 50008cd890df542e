package org.vaelix.models.internal.schedule;

import org.vaelix.core.training.Schedule;

/** A ramp between two values. */
record LinearSchedule(double from, double to, double over, double start) implements Schedule {
  @Override
  public double at(double fraction) {
    double done = Math.min(Math.max((fraction - start) / over, 0), 1);
    // Written so that both ends are met exactly.
    return from * (1 - done) + to * done;
  }

  @Override
  public double settledAt() {
    return Math.min(start + over, 1);
  }

  @Override
  public double finalValue() {
    return to;
  }
}
