package org.vaelix.priors.internal.laplace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.OptionException;
import org.vaelix.priors.internal.diagonal.DiagonalGaussianPosterior;
import org.vaelix.testkit.PartHarness;

class LaplacePriorTest {
  private static final Shape ROW = Shape.of(1, 3);
  private final PartHarness harness = PartHarness.of(Shape.of(1), 3);
  private final Prior prior =
      new LaplacePrior().create(new LaplacePrior.Config(0.7), harness.context());

  /** Expected numbers: scipy 1.17.1, stats.laplace.logpdf(z, 0, 0.7). */
  @Test
  void densityIsThatOfScipy() {
    Tensor z = harness.given("z", ROW, 0, -2.5, 4);
    double[] expected = {-0.33647223662121284, -3.907900808049784, -6.050757950906927};
    assertArrayEquals(expected, harness.values(prior.logDensity(z, Conditions.none(1))), 1e-13);
  }

  /**
   * Expected numbers: scipy 1.17.1, integrate.quad of q·(ln q − ln p) from −12 to 0 and 0 to 12
   * with stats.norm and stats.laplace, q = N(0.5, e^−1), N(−1.2, e^0.3), N(0, 1).
   */
  @Test
  void klIsThatOfNumericalIntegration() {
    LatentDistribution q =
        new DiagonalGaussianPosterior()
            .create(new DiagonalGaussianPosterior.Config(), harness.context())
            .given(
                Map.of(
                    "mean", harness.given("mean", ROW, 0.5, -1.2, 0),
                    "logVariance", harness.given("logVariance", ROW, -1, 0.3, 0)));
    double[] found = harness.values(prior.klFrom(q, Conditions.none(1)).orElseThrow());
    double[] expected = {0.3313362905696108, 0.7415153916163224, 0.05736879027777644};
    // The bounds on ln σ² move it by e^−19.
    assertArrayEquals(expected, found, 1e-8);
  }

  @Test
  void aScaleThatIsNotPositiveIsRefused() {
    OptionException e = assertThrows(OptionException.class, () -> new LaplacePrior.Config(0));
    assertEquals("scale", e.option());
  }
}
