package org.vaelix.priors.internal.full;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Prior;
import org.vaelix.priors.internal.gaussian.IsotropicGaussianPrior;
import org.vaelix.testkit.PartHarness;

/**
 * Expected numbers: scipy 1.17.1 and numpy, with L = diag(exp(logVariance/2)) @ (eye(3) + N), N =
 * [[0, 0, 0], [.7, 0, 0], [−1.1, .4, 0]]. The bounds on ln σ² and N move them by e^−19.
 */
class FullGaussianPosteriorTest {
  private static final Shape ROW = Shape.of(1, 3);
  private final PartHarness harness = PartHarness.of(Shape.of(1), 3);
  private final LatentDistribution posterior =
      new FullGaussianPosterior()
          .create(new FullGaussianPosterior.Config(), harness.context())
          .given(
              Map.of(
                  "mean", harness.given("mean", ROW, 0.5, -1.2, 0.1),
                  "logVariance", harness.given("logVariance", ROW, -1, 0.3, 0.2),
                  "lower", harness.given("lower", ROW, 0.7, -1.1, 0.4)));

  /** stats.multivariate_normal.logpdf(z, mean, L @ L.T). */
  @Test
  void densityIsThatOfScipy() {
    Tensor z = harness.given("z", ROW, 0.1, -0.4, 2);
    assertEquals(-3.528169803193364, harness.values(posterior.logDensity(z))[0], 1e-7);
  }

  /** np.diag(L @ L.T) and its entries (1, 0), (2, 1), (2, 0). */
  @Test
  void covarianceIsThatOfNumpy() {
    double[] variance = {0.36787944117144233, 2.0112896232882442, 2.894724536839603};
    assertArrayEquals(variance, harness.values(posterior.variance()), 1e-7);
    double[] next = {0.4932816628030994, -0.47508940417446444};
    Tensor covariance = posterior.gaussian().orElseThrow().covariance(1).orElseThrow();
    assertArrayEquals(next, harness.values(covariance), 1e-7);
    Tensor further = posterior.gaussian().orElseThrow().covariance(2).orElseThrow();
    assertEquals(-0.7373520506392034, harness.values(further)[0], 1e-7);
  }

  /** ½ (tr(P S) + mean @ P @ mean − 3 + ln det(1.7² I) − ln det S) with P = I/1.7². */
  @Test
  void klIsThatOfTheMatrixFormula() {
    Prior prior =
        new IsotropicGaussianPrior()
            .create(new IsotropicGaussianPrior.Config(1.7), harness.context());
    Tensor kl = prior.klFrom(posterior, Conditions.none(1)).orElseThrow();
    assertEquals(1.548440739570472, harness.values(kl)[0], 1e-7);
  }
}
