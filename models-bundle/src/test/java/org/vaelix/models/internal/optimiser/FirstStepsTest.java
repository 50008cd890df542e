package org.vaelix.models.internal.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;
import org.vaelix.testkit.Descent;

/**
 * The first steps from θ = (1, −2, ½). Expected numbers: numpy 2.4.6, the papers' formulas as plain
 * loops with βᵗ as a power.
 */
class FirstStepsTest {
  private static final Schedule RATE = Schedule.constant(0.05);

  private static void assertSteps(Optimiser optimiser, double[]... expected) {
    try (Descent descent = new Descent(optimiser, 1, -2, 0.5)) {
      for (double[] parameter : expected) {
        descent.run(1, 100);
        assertArrayEquals(parameter, descent.parameter(), 1e-12);
      }
    }
  }

  @Test
  void adam() {
    assertSteps(
        new AdamOptimiser().create(new AdamOptimiser.Config(RATE, 0.9, 0.999, 1e-8)),
        new double[] {0.9500000007142857, -1.9500000003333333, 0.5499999980000001},
        new double[] {0.9001307361586981, -1.9002061145159872, 0.5997938820821954},
        new double[] {0.8504950144958627, -1.8507931367327457, 0.6492068580726388});
  }

  @Test
  void momentum() {
    Optimiser sgd = new SgdOptimiser().create(new SgdOptimiser.Config(RATE, 0.9, false));
    try (Descent descent = new Descent(sgd, 1, -2, 0.5)) {
      descent.run(3, 100);
      double[] expected = {0.8119625, -1.6315624999999998, 0.5686328125};
      assertArrayEquals(expected, descent.parameter(), 1e-12);
    }
  }

  @Test
  void nesterovMomentum() {
    Optimiser sgd = new SgdOptimiser().create(new SgdOptimiser.Config(RATE, 0.9, true));
    try (Descent descent = new Descent(sgd, 1, -2, 0.5)) {
      descent.run(3, 100);
      double[] expected = {0.7420238374999999, -1.5412154375, 0.5963198359375};
      assertArrayEquals(expected, descent.parameter(), 1e-12);
    }
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    assertOption("beta1", () -> new AdamOptimiser.Config(RATE, 1, 0.999, 1e-8));
    assertOption("beta2", () -> new AdamOptimiser.Config(RATE, 0.9, -0.1, 1e-8));
    assertOption("epsilon", () -> new AdamOptimiser.Config(RATE, 0.9, 0.999, 0));
    assertOption("learningRate", () -> new SgdOptimiser.Config(Schedule.constant(0), 0, false));
    assertOption("learningRate", () -> new SgdOptimiser.Config(Schedule.constant(-1), 0, false));
    assertOption("momentum", () -> new SgdOptimiser.Config(RATE, 1, false));
    assertOption("nesterov", () -> new SgdOptimiser.Config(RATE, 0, true));
  }

  private static void assertOption(String option, Runnable maker) {
    assertEquals(option, assertThrows(OptionException.class, maker::run).option());
  }
}
