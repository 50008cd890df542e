package org.vaelix.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

/** Expected numbers: numpy 2.4.6, (x − mean) / sqrt(var + 1e-3) over each row, or half of it. */
class NormaliserTest {
  private final PartHarness harness = PartHarness.of(Shape.of(4), 1);

  private double[] standardised(Normalisation kind) {
    Tensor sums = harness.given("x", Shape.of(2, 4), 1, 2, 4, -3, 0.5, 0, -1, 2);
    Normaliser normaliser = new Normaliser(kind, 2, 0.1, 1e-3);
    return harness.values(normaliser.apply(harness.context(), sums, Optional.empty()));
  }

  @Test
  void layerNormalisationIsOverAllOfARow() {
    assertArrayEquals(
        new double[] {
          0,
          0.39220210204417516,
          1.1766063061325254,
          -1.5688084081767006,
          0.11542081812357168,
          -0.346262454370715,
          -1.2696289993592884,
          1.5004706356064317
        },
        standardised(Normalisation.LAYER),
        1e-13);
  }

  @Test
  void groupNormalisationIsOverEachGroupOfARow() {
    assertArrayEquals(
        new double[] {
          -0.998005980069749,
          0.998005980069749,
          0.9999591861722582,
          -0.9999591861722582,
          0.9920947376656812,
          -0.9920947376656812,
          -0.9997778518244277,
          0.9997778518244277
        },
        standardised(Normalisation.GROUP),
        1e-13);
  }

  /** Doubling the sums would leave what is normalised by row as it is, but not with a bias. */
  @Test
  void aBiasTellsHowLongARowIs() {
    harness.set("bias", 1, 0, 0, 0);
    double[] found = standardised(Normalisation.LAYER);
    // (2, 2, 4, −3): mean 1.25, variance 6.6875.
    assertEquals(0.75 / Math.sqrt(6.6885), found[0], 1e-13);
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertRefused("groups", () -> new Normaliser(Normalisation.GROUP, 0, 0.1, 1e-5));
    assertRefused("groups", () -> new Normaliser(Normalisation.GROUP, 3, 0.1, 1e-5).check(8));
    assertRefused("momentum", () -> new Normaliser(Normalisation.BATCH, 1, 0, 1e-5));
    assertRefused("momentum", () -> new Normaliser(Normalisation.BATCH, 1, 1.1, 1e-5));
    assertRefused("epsilon", () -> new Normaliser(Normalisation.BATCH, 1, 0.1, 0));
    new Normaliser(Normalisation.BATCH, 3, 1, 1e-5).check(8);
  }

  private static void assertRefused(String option, Runnable making) {
    assertEquals(option, assertThrows(OptionException.class, making::run).option());
  }
}
