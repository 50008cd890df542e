package org.vaelix.priors.internal.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.OptionException;
import org.vaelix.priors.internal.diagonal.DiagonalGaussianPosterior;
import org.vaelix.testkit.PartHarness;

class IsotropicGaussianPriorTest {
  private static final Shape ROW = Shape.of(1, 3);
  private final PartHarness harness = PartHarness.of(Shape.of(1), 3);
  private final Prior prior =
      new IsotropicGaussianPrior()
          .create(new IsotropicGaussianPrior.Config(1.7), harness.context());

  /** Expected numbers: scipy 1.17.1, stats.norm.logpdf(z, 0, 1.7). */
  @Test
  void densityIsThatOfScipy() {
    Tensor z = harness.given("z", ROW, 0, -2.5, 4);
    double[] found = harness.values(prior.logDensity(z, Conditions.none(1)));
    double[] expected = {-1.449566784266843, -2.530881663159577, -4.217732874232241};
    assertArrayEquals(expected, found, 1e-13);
  }

  /**
   * Expected numbers: scipy 1.17.1, integrate.quad of q·(ln q − ln p) with stats.norm, q = N(0.5,
   * e^−1), N(−1.2, e^0.3), N(0, 1).
   */
  @Test
  void klIsThatOfNumericalIntegration() {
    Posterior family =
        new DiagonalGaussianPosterior()
            .create(new DiagonalGaussianPosterior.Config(), harness.context());
    LatentDistribution q =
        family.given(
            Map.of(
                "mean", harness.given("mean", ROW, 0.5, -1.2, 0),
                "logVariance", harness.given("logVariance", ROW, -1, 0.3, 0)));
    double[] found = harness.values(prior.klFrom(q, Conditions.none(1)).orElseThrow());
    double[] expected = {0.6375278083582678, 0.3633027852448699, 0.20363863168500773};
    // The bounds on ln σ² move it by e^−19.
    assertArrayEquals(expected, found, 1e-8);
  }

  @Test
  void aScaleThatIsNotPositiveIsRefused() {
    OptionException e =
        assertThrows(OptionException.class, () -> new IsotropicGaussianPrior.Config(0));
    assertEquals("scale", e.option());
  }
}
