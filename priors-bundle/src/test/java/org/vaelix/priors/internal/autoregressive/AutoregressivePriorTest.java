package org.vaelix.priors.internal.autoregressive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.OptionException;
import org.vaelix.priors.internal.full.FullGaussianPosterior;
import org.vaelix.testkit.PartHarness;

/**
 * Three steps of two series with ρ = 0.6 and s = 1.3. Expected numbers: numpy and scipy 1.17.1 with
 * C = np.kron(1.3² · 0.6^|t − s|, eye(2)).
 */
class AutoregressivePriorTest {
  private static final Shape ROW = Shape.of(1, 6);
  private static final double[] Z = {0.3, -1.2, 0.8, 0.1, -0.5, 2};
  private final PartHarness harness = PartHarness.of(Shape.of(1), 6);

  private Prior prior(boolean learned) {
    AutoregressivePrior.Config config =
        new AutoregressivePrior.Config(Optional.of(3), 0.6, learned, 1.3);
    return new AutoregressivePrior().create(config, harness.context());
  }

  /** stats.multivariate_normal.logpdf(z, zeros(6), C). */
  @Test
  void densityIsThatOfScipy() {
    Tensor z = harness.given("z", ROW, Z);
    double[] expected = {-9.320242580776142};
    Tensor fixed = prior(false).logDensity(z, Conditions.none(1));
    assertArrayEquals(expected, harness.values(fixed), 1e-12);
    Tensor learned = prior(true).logDensity(z, Conditions.none(1));
    assertArrayEquals(expected, harness.values(learned), 1e-9);
  }

  /** ½ (tr(P S) + mean @ P @ mean − 6 + ln det C − ln det S) with P = inv(C), S = L @ L.T. */
  @Test
  void klFromAFullPosteriorIsThatOfTheMatrixFormula() {
    double[] lower = new double[15];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = 0.1 * ((i * 3) % 7 - 3);
    }
    LatentDistribution q =
        new FullGaussianPosterior()
            .create(new FullGaussianPosterior.Config(), harness.context())
            .given(
                Map.of(
                    "mean", harness.given("mean", ROW, Z),
                    "logVariance", harness.given("logVariance", ROW, -0.5, 0.2, 0, -1, 0.4, 0.1),
                    "lower", harness.given("lower", Shape.of(1, 15), lower)));
    Tensor kl = prior(false).klFrom(q, Conditions.none(1)).orElseThrow();
    // The bounds on ln σ² and below the diagonal move it by e^−19.
    assertArrayEquals(new double[] {4.373024796455151}, harness.values(kl), 1e-7);
  }

  @Test
  void stepsMustDivideTheLatentSize() {
    AutoregressivePrior.Config four = new AutoregressivePrior.Config(Optional.of(4), 0.6, false, 1);
    OptionException e =
        assertThrows(
            OptionException.class, () -> new AutoregressivePrior().create(four, harness.context()));
    assertEquals("steps", e.option());
    assertEquals("must divide the latent size, 6, got 4", e.getMessage());
  }

  @Test
  void aCoefficientOfOneIsRefused() {
    OptionException e =
        assertThrows(
            OptionException.class,
            () -> new AutoregressivePrior.Config(Optional.of(3), 1, false, 1));
    assertEquals("coefficient", e.option());
  }
}
