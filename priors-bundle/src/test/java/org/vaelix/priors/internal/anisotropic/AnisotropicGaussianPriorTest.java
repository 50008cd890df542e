package org.vaelix.priors.internal.anisotropic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.part.OptionException;
import org.vaelix.priors.internal.anisotropic.AnisotropicGaussianPrior.Config;
import org.vaelix.testkit.PartHarness;

class AnisotropicGaussianPriorTest {
  private final PartHarness harness = PartHarness.of(Shape.of(1), 5);

  private double[] variances(Config config) {
    AnisotropicGaussian prior =
        (AnisotropicGaussian) new AnisotropicGaussianPrior().create(config, harness.context());
    return harness.values(prior.logVariances().exp());
  }

  @Test
  void variancesAreEqualWithinABlock() {
    double[] found = variances(new Config(List.of(2, 1, 2), List.of(3.0, 0.1, 0.7), 1, 0.8, false));
    assertArrayEquals(new double[] {3, 3, 0.1, 0.7, 0.7}, found, 1e-12);
  }

  @Test
  void aGeometricSeriesGoesFromBlockToBlock() {
    double[] found = variances(new Config(List.of(1, 2, 2), List.of(), 4, 0.5, false));
    assertArrayEquals(new double[] {4, 2, 2, 1, 1}, found, 1e-12);
  }

  @Test
  void learnedVariancesStartAsGiven() {
    double[] found = variances(new Config(List.of(1, 2, 2), List.of(), 4, 0.5, true));
    assertArrayEquals(new double[] {4, 2, 2, 1, 1}, found, 1e-6);
  }

  /** Far from where training starts: one step is large, one tiny. */
  @Test
  void learnedVariancesFallWhateverTrainingDoes() {
    harness.set("variances", 3, -8, 2, 7, -3);
    double[] found = variances(new Config(List.of(), List.of(), 1, 0.8, true));
    for (int j = 1; j < found.length; j++) {
      assertTrue(found[j] > 0 && found[j] < found[j - 1]);
    }
  }

  /** Expected numbers: scipy 1.17.1, stats.norm.logpdf(z, 0, sqrt([4, 2, 2, 1, 1])). */
  @Test
  void densityIsThatOfScipy() {
    Tensor z = harness.given("z", Shape.of(1, 5), 0, -2.5, 4, 0.3, -1);
    Config config = new Config(List.of(1, 2, 2), List.of(), 4, 0.5, false);
    Tensor density =
        new AnisotropicGaussianPrior()
            .create(config, harness.context())
            .logDensity(z, Conditions.none(1));
    double[] expected = {
      -1.612085713764618,
      -2.8280121234846454,
      -5.265512123484645,
      -0.9639385332046727,
      -1.4189385332046727
    };
    assertArrayEquals(expected, harness.values(density), 1e-12);
  }

  private String refused(Runnable maker) {
    return assertThrows(OptionException.class, maker::run).option();
  }

  @Test
  void optionsThatDoNotFitAreRefused() {
    assertEquals(
        "variances", refused(() -> new Config(List.of(), List.of(1.0, 1.0), 1, 0.8, false)));
    assertEquals(
        "variances", refused(() -> new Config(List.of(), List.of(1.0, 2.0), 1, 0.8, true)));
    assertEquals("ratio", refused(() -> new Config(List.of(), List.of(), 1, 1, false)));
    assertEquals(
        "blocks", refused(() -> variances(new Config(List.of(2, 2), List.of(), 1, 0.8, false))));
    assertEquals(
        "variances",
        refused(() -> variances(new Config(List.of(2, 3), List.of(1.0), 1, 0.8, false))));
  }
}
