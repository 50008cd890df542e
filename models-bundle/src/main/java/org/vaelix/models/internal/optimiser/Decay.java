package org.vaelix.models.internal.optimiser;

import org.vaelix.core.part.Check;

/** What is asked of the factor by which a memory fades at each step. */
final class Decay {
  static final String BETA1 = "decay β₁ of the first moment, at least 0 and below 1";
  static final String BETA2 = "decay β₂ of the second moment, at least 0 and below 1";

  private Decay() {}

  static void check(String option, double factor) {
    Check.that(factor >= 0 && factor < 1, option, "must be at least 0 and below 1, got " + factor);
  }
}
