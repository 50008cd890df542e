package org.vaelix.models.internal.schedule;

import org.vaelix.core.part.Check;

/**
 * The stretch of training within which a value moves, in fractions of the planned steps.
 *
 * @param start where it begins
 * @param over its length
 */
record Ramp(double start, double over) {
  static final String FROM = "value until the ramp starts";
  static final String TO = "value after the ramp's end";
  static final String OVER =
      "length of the ramp, a fraction of the planned steps above 0 and up to 1";
  static final String START =
      "where the ramp starts, a fraction of the planned steps from 0; start + over ≤ 1";

  private static final double ROUNDING = 1e-9;

  /** A ramp that ended after training would never reach its value. */
  static void check(double from, double to, double over, double start) {
    finite("from", from);
    finite("to", to);
    Check.positive("over", over);
    Check.between("over", over, 0, 1);
    Check.between("start", start, 0, 1);
    Check.that(
        start + over <= 1 + ROUNDING,
        "start",
        "plus 'over' must be at most 1, got " + start + " + " + over);
  }

  static void finite(String option, double value) {
    Check.that(Double.isFinite(value), option, "must be finite, got " + value);
  }

  /** {@return how much of the ramp is over, from 0 to 1} */
  double done(double fraction) {
    return Math.min(Math.max((fraction - start) / over, 0), 1);
  }

  double end() {
    return Math.min(start + over, 1);
  }

  /** {@return a value between two, written so that both ends are met exactly} */
  static double between(double from, double to, double share) {
    return from * (1 - share) + to * share;
  }
}
