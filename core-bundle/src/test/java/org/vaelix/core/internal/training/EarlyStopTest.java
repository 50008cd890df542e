package org.vaelix.core.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.recipe.Training.EarlyStopping;
import org.vaelix.core.training.Schedule;

class EarlyStopTest {
  private final Progress progress = new Progress();

  @Test
  void waitsUntilSchedulesHaveSettled() {
    EarlyStop stop = new EarlyStop(Optional.of(new EarlyStopping(1, 0)), List.of(ramp(0.5)));

    epochs(stop, 10, 1, 2, 3, 4);
    assertFalse(progress.isStopped);
    assertEquals(0, progress.bestEpoch);

    epochs(stop, 10, 3, 4);
    assertTrue(progress.isStopped);
    assertEquals(5, progress.bestEpoch);
  }

  @Test
  void countsEpochsSinceTheBest() {
    EarlyStop stop = new EarlyStop(Optional.of(new EarlyStopping(2, 0.1)), List.of());

    epochs(stop, 100, 5, 4.95, 4.8, 4.75);
    assertFalse(progress.isStopped);
    assertEquals(3, progress.bestEpoch);
    assertEquals(4.8, progress.bestLoss);

    epochs(stop, 100, 4.79);
    assertTrue(progress.isStopped);
  }

  @Test
  void neverStopsUnlessAsked() {
    EarlyStop stop = new EarlyStop(Optional.empty(), List.of());

    epochs(stop, 10, 1, 2, 3, 4, 5, 6);

    assertFalse(progress.isStopped);
    assertEquals(0, progress.bestEpoch);
  }

  @Test
  void aRunThatIsTakenUpGoesByItsRuleOfNow() {
    epochs(new EarlyStop(Optional.of(new EarlyStopping(2, 0)), List.of()), 100, 1, 2, 3);
    assertTrue(progress.isStopped);

    new EarlyStop(Optional.of(new EarlyStopping(2, 0)), List.of()).reconsider(progress);
    assertTrue(progress.isStopped, "the same rule stops again");

    new EarlyStop(Optional.of(new EarlyStopping(3, 0)), List.of()).reconsider(progress);
    assertFalse(progress.isStopped, "a more patient rule goes on");
    assertEquals(1, progress.bestEpoch);

    new EarlyStop(Optional.empty(), List.of()).reconsider(progress);
    assertFalse(progress.isStopped);
    assertEquals(0, progress.bestEpoch, "without a rule the last epoch counts");
  }

  private void epochs(EarlyStop stop, int planned, double... losses) {
    for (double loss : losses) {
      progress.epoch++;
      stop.epochDone(progress, (double) progress.epoch / planned, loss, Map::of);
    }
  }

  private static Schedule ramp(double over) {
    return new Schedule() {
      @Override
      public double at(double fraction) {
        return Math.min(1, fraction / over);
      }

      @Override
      public double settledAt() {
        return over;
      }
    };
  }
}
