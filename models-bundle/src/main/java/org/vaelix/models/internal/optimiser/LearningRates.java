package org.vaelix.models.internal.optimiser;

import org.vaelix.core.part.Check;
import org.vaelix.core.training.Schedule;

/** What is asked of every learning rate. */
final class LearningRates {
  static final String LEARNING_RATE = "learning rate η > 0: a number or a schedule";

  private LearningRates() {}

  /** A rate may start or end at 0, but one that does both, or is below 0, is a mistake. */
  static void check(Schedule rate) {
    double first = rate.at(0);
    double last = rate.finalValue();
    Check.that(
        first >= 0 && last >= 0 && first + last > 0 && Double.isFinite(first + last),
        "learningRate",
        "must be above 0, got " + (first == last ? "" + first : first + " to " + last));
  }
}
