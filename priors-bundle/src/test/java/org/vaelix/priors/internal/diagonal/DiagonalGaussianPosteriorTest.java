package org.vaelix.priors.internal.diagonal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.testkit.PartHarness;

class DiagonalGaussianPosteriorTest {
  private static final Shape ROW = Shape.of(1, 3);
  private static final double[] MEAN = {0.5, -1.2, 0};
  private static final double[] LOG_VARIANCE = {-1, 0.3, 0};
  private final PartHarness harness = PartHarness.of(Shape.of(1), 3);

  private LatentDistribution posterior(double... logVariance) {
    return new DiagonalGaussianPosterior()
        .create(new DiagonalGaussianPosterior.Config(), harness.context().scope("posterior"))
        .given(
            Map.of(
                "mean", harness.given("mean", ROW, MEAN),
                "logVariance", harness.given("logVariance", ROW, logVariance)));
  }

  /** Expected number: scipy 1.17.1, stats.multivariate_normal.logpdf. */
  @Test
  void densityIsThatOfScipy() {
    Tensor z = harness.given("z", ROW, 0.1, -0.4, 2);
    double found = harness.values(posterior(LOG_VARIANCE).logDensity(z).sum())[0];
    assertEquals(-4.861339976508891, found, 1e-8);
  }

  @Test
  void aDrawIsMeanPlusScaledNoise() {
    double[] found = harness.values(posterior(LOG_VARIANCE).sample(1));
    double[] noise = new double[3];
    Noise.normal(1, 0, Noise.stream("posterior/noise"), noise);
    double[] expected = new double[3];
    for (int i = 0; i < 3; i++) {
      expected[i] = MEAN[i] + Math.exp(LOG_VARIANCE[i] / 2) * noise[i];
    }
    assertArrayEquals(expected, found, 1e-7);
  }

  @Test
  void theVarianceStaysBetweenItsBounds() {
    double[] found = harness.values(posterior(-1e6, 0, 1e6).variance());
    assertEquals(Math.exp(-20), found[0], 1e-20);
    assertEquals(1, found[1], 1e-8);
    assertEquals(Math.exp(20), found[2], 1);
  }
}
