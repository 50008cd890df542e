package org.vaelix.priors.internal.lowrank;

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
import org.vaelix.priors.internal.gaussian.IsotropicGaussianPrior;
import org.vaelix.testkit.PartHarness;

/**
 * Expected numbers: scipy 1.17.1 and numpy, with S = D @ (eye(3) + W @ W.T) @ D, D =
 * diag(exp(logVariance/2)). The bounds on ln σ² and W move them by e^−19.
 */
class LowRankGaussianPosteriorTest {
  private static final Shape ROW = Shape.of(1, 3);
  private final PartHarness harness = PartHarness.of(Shape.of(1), 3);
  private final LatentDistribution posterior =
      new LowRankGaussianPosterior()
          .create(new LowRankGaussianPosterior.Config(2), harness.context())
          .given(
              Map.of(
                  "mean", harness.given("mean", ROW, 0.5, -1.2, 0.1),
                  "logVariance", harness.given("logVariance", ROW, -1, 0.3, 0.2),
                  "directions",
                      harness.given(
                          "directions", Shape.of(1, 3, 2), 0.7, -0.2, 0.4, 1.3, -1.1, 0.6)));

  /** stats.multivariate_normal.logpdf(z, mean, S). */
  @Test
  void densityIsThatOfScipy() {
    Tensor z = harness.given("z", ROW, 0.1, -0.4, 2);
    assertEquals(-4.207880550476224, harness.values(posterior.logDensity(z))[0], 1e-7);
  }

  /** np.diag(S). */
  @Test
  void varianceIsThatOfNumpy() {
    double[] variance = {0.5628555449923067, 3.8470976015916087, 3.1390050884716376};
    assertArrayEquals(variance, harness.values(posterior.variance()), 1e-7);
  }

  /** ½ (tr(P S) + mean @ P @ mean − 3 + ln det(1.7² I) − ln det S) with P = I/1.7². */
  @Test
  void klIsThatOfTheMatrixFormula() {
    Prior prior =
        new IsotropicGaussianPrior()
            .create(new IsotropicGaussianPrior.Config(1.7), harness.context());
    Tensor kl = prior.klFrom(posterior, Conditions.none(1)).orElseThrow();
    assertEquals(0.8570096662077228, harness.values(kl)[0], 1e-7);
  }

  @Test
  void aRankBelowOneIsRefused() {
    OptionException e =
        assertThrows(OptionException.class, () -> new LowRankGaussianPosterior.Config(0));
    assertEquals("rank", e.option());
  }
}
