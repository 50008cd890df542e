package org.vaelix.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaTest {
  private static final int DRAWS = 100_000;

  /**
   * Quantiles by scipy 1.17.1, stats.gamma.ppf([0.1, 0.5, 0.9], shape): as many draws lie below as
   * should, up to five standard errors.
   */
  @ParameterizedTest
  @CsvSource({
    "0.1, 6.073048e-11, 5.933911e-4, 0.2661546",
    "0.7, 0.0331455, 0.4074237, 1.757129",
    "1, 0.1053605, 0.6931472, 2.302585",
    "2.5, 0.805154, 2.17573, 4.618178",
    "300, 278.028, 299.6667, 322.4002"
  })
  void drawsFollowTheDistribution(double shape, double tenth, double median, double ninetieth) {
    PhiloxRandom random = new PhiloxRandom(3, "gamma", (long) (10 * shape));
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> Gamma.sample(shape, random));
    assertShareBelow(0.1, tenth, draws);
    assertShareBelow(0.5, median, draws);
    assertShareBelow(0.9, ninetieth, draws);
  }

  private static void assertShareBelow(double expected, double quantile, double[] draws) {
    double share = Arrays.stream(draws).filter(x -> x < quantile).count() / (double) DRAWS;
    assertEquals(expected, share, 5 * Math.sqrt(expected * (1 - expected) / DRAWS));
  }

  @Test
  void tinyShapesUnderflowAndDoNotFail() {
    PhiloxRandom random = new PhiloxRandom(3, "tiny", 0);
    for (int i = 0; i < 1000; i++) {
      double draw = Gamma.sample(1e-8, random);
      assertTrue(draw >= 0 && Double.isFinite(draw));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesImpossibleShapes(double shape) {
    PhiloxRandom random = new PhiloxRandom(1, "bad", 0);
    assertThrows(IllegalArgumentException.class, () -> Gamma.sample(shape, random));
  }
}
