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
 * loops with βᵗ as a power; torch 2.13.0's optimisers give the same to 3e-16.
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
  void adamWithDecoupledWeightDecay() {
    assertSteps(
        new AdamWOptimiser().create(new AdamWOptimiser.Config(RATE, 0.9, 0.999, 1e-8, 0.01)),
        new double[] {0.9495000007142858, -1.9490000003333334, 0.5497499980000001},
        new double[] {0.8991576994216544, -1.898237431116732, 0.59927044992123},
        new double[] {0.8490772490249918, -1.8478926782811784, 0.6483883509131265});
  }

  /** With β₂ = ½ the second moment falls at the second step already, so that the maximum counts. */
  @Test
  void amsgrad() {
    assertSteps(
        new AmsgradOptimiser().create(new AmsgradOptimiser.Config(RATE, 0.9, 0.5, 1e-8)),
        new double[] {0.9500000007142857, -1.9500000003333333, 0.5499999980000001},
        new double[] {0.8995052350616152, -1.8993127319489105, 0.6006872645542556},
        new double[] {0.8481581833282812, -1.8477361321861532, 0.6522638624249336});
  }

  @Test
  void rmsprop() {
    assertSteps(
        new RmsPropOptimiser().create(new RmsPropOptimiser.Config(RATE, 0.99, 1e-8, 0, false)),
        new double[] {0.5000000714285613, -1.5000000333333314, 0.9999998000000798},
        new double[] {0.362000075301237, -1.499999999832075, 1.0000000010074819},
        new double[] {0.31916261043558825, -1.5000000000016962, 0.9999999999898238});
  }

  @Test
  void rmspropCentredWithMomentum() {
    assertSteps(
        new RmsPropOptimiser().create(new RmsPropOptimiser.Config(RATE, 0.99, 1e-8, 0.9, true)),
        new double[] {0.4974811645204559, -1.4974811260404257, 1.0025187056094849},
        new double[] {-0.09222148842228739, -1.0477581659021982, 1.45224168510721},
        new double[] {-0.3834202692093301, -0.9802605065805857, 1.5197395058459826});
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
    assertOption("weightDecay", () -> new AdamWOptimiser.Config(RATE, 0.9, 0.999, 1e-8, -1));
    assertOption("alpha", () -> new RmsPropOptimiser.Config(RATE, 1, 1e-8, 0, false));
    assertOption("momentum", () -> new RmsPropOptimiser.Config(RATE, 0.99, 1e-8, 1, false));
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
