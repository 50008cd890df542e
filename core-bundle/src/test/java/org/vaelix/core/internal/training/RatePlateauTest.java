package org.vaelix.core.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.recipe.Training.Better;
import org.vaelix.core.recipe.Training.Plateau;
import org.vaelix.core.training.Schedule;

class RatePlateauTest {
  private final Progress progress = new Progress();

  private static RatePlateau plateau(Better better, int patience, double delta, double minimum) {
    Plateau options = new Plateau("m", better, 0.5, patience, delta, minimum);
    return new RatePlateau(Optional.of(options), List.of());
  }

  /** {@return the factors after each epoch} */
  private List<Double> epochs(RatePlateau plateau, double... values) {
    List<Double> factors = new ArrayList<>();
    for (double value : values) {
      plateau.epochDone(progress, 0.5, Map.of("m", new double[] {value}));
      factors.add(progress.rateFactor);
    }
    return factors;
  }

  @Test
  void lowersTheRateAfterEachWaitInVain() {
    RatePlateau plateau = plateau(Better.LOWER, 2, 0, 0);
    List<Double> factors = epochs(plateau, 5, 6, 4, 4, 4.5, 4, 4, 3);
    assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25), factors);
    assertEquals(0.025, plateau.rate(0.1, progress), 1e-15);
  }

  @Test
  void higherMayBeBetter() {
    RatePlateau plateau = plateau(Better.HIGHER, 1, 0, 0);
    assertEquals(List.of(1.0, 1.0, 0.5, 0.5), epochs(plateau, -9, -8, -8.5, -7));
  }

  @Test
  void anImprovementBelowTheDeltaDoesNotCount() {
    RatePlateau plateau = plateau(Better.LOWER, 1, 0.1, 0);
    assertEquals(List.of(1.0, 0.5, 0.5), epochs(plateau, 5, 4.95, 4.8));
  }

  @Test
  void theMinimumIsKeptUnlessTheScheduleGoesBelow() {
    RatePlateau plateau = plateau(Better.LOWER, 1, 0, 0.01);
    epochs(plateau, 1, 1, 1, 1, 1, 1);
    assertEquals(1.0 / 32, progress.rateFactor);
    assertEquals(0.01, plateau.rate(0.1, progress));
    assertEquals(0.005, plateau.rate(0.005, progress));
  }

  @Test
  void waitsUntilSchedulesHaveSettled() {
    Schedule ramp =
        new Schedule() {
          @Override
          public double at(double fraction) {
            return fraction;
          }

          @Override
          public double settledAt() {
            return 0.75;
          }
        };
    Plateau options = new Plateau("m", Better.LOWER, 0.5, 1, 0, 0);
    RatePlateau plateau = new RatePlateau(Optional.of(options), List.of(ramp));
    assertEquals(List.of(1.0, 1.0, 1.0), epochs(plateau, 1, 2, 3));
  }

  @Test
  void withoutOptionsTheScheduleHolds() {
    RatePlateau plateau = new RatePlateau(Optional.empty(), List.of());
    assertFalse(plateau.epochDone(progress, 1, Map.of()));
    assertEquals(0.1, plateau.rate(0.1, progress));
  }
}
