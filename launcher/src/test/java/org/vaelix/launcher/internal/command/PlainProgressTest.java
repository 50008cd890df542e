package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vaelix.core.training.TrainingListener.Epoch;
import org.vaelix.core.training.TrainingListener.Plan;

class PlainProgressTest {
  private final Recorder out = new Recorder();
  private long seconds;

  @Test
  void printsEachOfFewEpochs() {
    train(new Plan(3, 10, 0), 1, 0);
    assertEquals(
        """
        training 3 epochs of 10 steps
        epoch 1/3  loss 1.0000  validation loss 0.5000
        epoch 2/3  loss 0.5000  validation loss 0.2500
        epoch 3/3  loss 0.3333  validation loss 0.1667
        """,
        out.text());
  }

  @Test
  void thinsManyEpochsOut() {
    train(new Plan(110, 1, 0), 1, 0);
    assertEquals(
        "1 5 10 15 20 25 30 35 40 45 50 55 60 65 70 75 80 85 90 95 100 105 110", printed());
  }

  @Test
  void isNeverSilentForLong() {
    train(new Plan(100, 1, 0), 1, 11);
    assertEquals(
        "1 4 5 8 10 13 15 18 20 23 25 28 30 33 35 38 40 43 45 48 50 53 55 58 60 63 65 68 70 73 75"
            + " 78 80 83 85 88 90 93 95 98 100",
        printed());
  }

  @Test
  void aResumedRunSaysWhereItStarts() {
    train(new Plan(110, 2, 206), 104, 0);
    assertEquals("training 110 epochs of 2 steps, 206 of them done before", firstLine());
    assertEquals("104 105 110", printed());
  }

  @Test
  void withoutTerminalThereIsNoBar() {
    assertInstanceOf(
        PlainProgress.class, Progress.on(new Invocation(out.stream(), out.stream(), 0, "vaelix")));
    assertInstanceOf(
        BarProgress.class, Progress.on(new Invocation(out.stream(), out.stream(), 80, "vaelix")));
  }

  private void train(Plan plan, int first, int secondsPerEpoch) {
    try (PlainProgress progress = new PlainProgress(out.stream(), () -> seconds * 1_000_000_000L)) {
      progress.started(plan);
      for (int epoch = first; epoch <= plan.epochs(); epoch++) {
        seconds += secondsPerEpoch;
        progress.epochDone(
            new Epoch(
                epoch,
                (long) epoch * plan.stepsPerEpoch(),
                Map.of("loss", 1.0 / epoch),
                Map.of("loss", 0.5 / epoch)));
      }
    }
  }

  private String firstLine() {
    return out.text().lines().findFirst().orElseThrow();
  }

  private String printed() {
    return out.text()
        .lines()
        .filter(line -> line.startsWith("epoch"))
        .map(line -> line.replaceFirst("epoch +(\\d+)/.*", "$1"))
        .collect(Collectors.joining(" "));
  }
}
