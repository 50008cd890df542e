package org.vaelix.models.internal;

import org.vaelix.core.part.Check;
import org.vaelix.core.training.Schedule;

/** What is asked of scheduled weights. */
public final class Schedules {
  /** Fractions that are looked at; a schedule is a formula with no other way to ask. */
  private static final int TRIED = 1000;

  private Schedules() {}

  /** Refuses a schedule that goes below 0. */
  public static void atLeastZero(String option, Schedule schedule) {
    double least = schedule.finalValue();
    for (int i = 0; i <= TRIED; i++) {
      least = Math.min(least, schedule.at(i / (double) TRIED));
    }
    Check.that(least >= 0, option, "must be at least 0");
  }
}
