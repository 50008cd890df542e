package org.vaelix.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.testkit.PartHarness;

/**
 * Expected numbers: numpy 2.4.6, mean and var of the rows that count, (x − mean) / sqrt(var +
 * 1e-3); 0.7 · old + 0.3 · new of the running statistics, with var(ddof=1).
 */
class BatchNormalisationTest {
  private static final Normaliser BATCH = new Normaliser(Normalisation.BATCH, 1, 0.3, 1e-3);
  private static final double[] ROWS = {1, -2, 3, 0.5, -1, 4, 100, -50};

  private static PartHarness harness(boolean training) {
    return PartHarness.of(Shape.of(2), Moments.standard(2), training);
  }

  private static Tensor rows(PartHarness harness) {
    return harness.given("x", Shape.of(4, 2), ROWS);
  }

  private static Optional<Tensor> weights(PartHarness harness, double... weights) {
    return Optional.of(harness.given("weights", Shape.of(weights.length), weights));
  }

  private static double[] next(PartHarness harness, String state) {
    return harness.values(harness.graph().updates().get(state));
  }

  @Test
  void inTrainingStatisticsAreThoseOfTheRowsThatCount() {
    PartHarness harness = harness(true);
    Tensor result = BATCH.apply(harness.context(), rows(harness), weights(harness, 1, 1, 1, 0));
    double[] expected = {
      0,
      -1.1512902277768036,
      1.2245152962941819,
      -0.1354459091502122,
      -1.2245152962941819,
      1.2867361369270156
    };
    assertArrayEquals(expected, Arrays.copyOf(harness.values(result), 6), 1e-13);
    assertArrayEquals(new double[] {0.3, 0.25}, next(harness, "runningMean"), 1e-13);
    assertArrayEquals(new double[] {1.9, 3.425}, next(harness, "runningVariance"), 1e-13);
  }

  @Test
  void mapsAreStandardisedOverTheirPlacesToo() {
    PartHarness harness = harness(true);
    Tensor maps = harness.given("x", Shape.of(2, 2, 1, 2), 1, 2, 3, -1, 0, 5, 2, 2);
    Tensor result = BATCH.apply(harness.context(), maps, weights(harness, 1, 1));
    double[] expected = {
      -0.5344461398290549,
      0,
      0.9997778518244277,
      -1.6662964197073795,
      -1.0688922796581097,
      1.6033384194871645,
      0.3332592839414759,
      0.3332592839414759
    };
    assertArrayEquals(expected, harness.values(result), 1e-13);
    assertArrayEquals(new double[] {0.6, 0.45}, next(harness, "runningMean"), 1e-13);
    assertArrayEquals(new double[] {2.1, 1.6}, next(harness, "runningVariance"), 1e-13);
  }

  @Test
  void elsewhereStatisticsAreTheRunningOnes() {
    PartHarness harness = harness(false);
    Tensor result = BATCH.apply(harness.context(), rows(harness), weights(harness, 1, 1, 1, 1));
    assertStandardisedByRunning(harness, result);
    assertTrue(harness.graph().updates().isEmpty());
  }

  @Test
  void rowsThatAreNoDataTakeTheRunningStatisticsInTrainingToo() {
    PartHarness harness = harness(true);
    Tensor result = BATCH.apply(harness.context(), rows(harness), Optional.empty());
    assertStandardisedByRunning(harness, result);
    assertTrue(harness.graph().updates().isEmpty());
  }

  @Test
  void aBatchInWhichOneRowCountsTakesTheRunningStatistics() {
    PartHarness harness = harness(true);
    Tensor result = BATCH.apply(harness.context(), rows(harness), weights(harness, 0, 1, 0, 0));
    assertStandardisedByRunning(harness, result);
    assertArrayEquals(new double[] {10, -1}, next(harness, "runningMean"));
    assertArrayEquals(new double[] {4, 0.25}, next(harness, "runningVariance"));
  }

  private static void assertStandardisedByRunning(PartHarness harness, Tensor result) {
    harness.set("runningMean", 10, -1);
    harness.set("runningVariance", 4, 0.25);
    harness.set("scale", 2, 3);
    harness.set("shift", 0.5, -0.5);
    double[] found = harness.values(result);
    for (int i = 0; i < ROWS.length; i += 2) {
      assertEquals(2 * (ROWS[i] - 10) / Math.sqrt(4.001) + 0.5, found[i], 1e-12);
      assertEquals(3 * (ROWS[i + 1] + 1) / Math.sqrt(0.251) - 0.5, found[i + 1], 1e-12);
    }
  }

  @Test
  void aNetworkUsedTwiceInAStepLearnsItsStatisticsFromTheFirstUse() {
    PartHarness harness = harness(true);
    Optional<Tensor> weights = weights(harness, 1, 1, 1, 1);
    Tensor first = rows(harness);
    BATCH.apply(harness.context(), first, weights);
    BATCH.apply(harness.context(), first.add(1000), weights);
    assertArrayEquals(
        new double[] {0.3 * 25.75, 0.3 * -11.875}, next(harness, "runningMean"), 1e-12);
  }

  @Test
  void aBatchOfOneRowIsRefusedWithTheRemedy() {
    PartHarness harness = harness(true);
    Tensor row = harness.given("x", Shape.of(1, 2), 1, 2);
    Optional<Tensor> weights = weights(harness, 1);
    ModelException refused =
        assertThrows(ModelException.class, () -> BATCH.apply(harness.context(), row, weights));
    assertEquals(
        "batch normalisation has no variance over a batch of 1 row; set /training/batchSize to 2 or"
            + " more, or take another normalisation",
        refused.getMessage());
  }
}
