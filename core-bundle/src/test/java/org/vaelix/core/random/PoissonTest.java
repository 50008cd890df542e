package org.vaelix.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {
  private static final int DRAWS = 200_000;
  private static final double FEWEST_EXPECTED = 20;

  /** Chi-square over cells of at least 20 expected draws; z of Wilson and Hilferty (1931). */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 2, 9.99, 10, 10.5, 31.7, 400, 20_000})
  void drawsFollowTheDistribution(double mean) {
    PhiloxRandom random = new PhiloxRandom(7, "poisson", (long) (mean * 100));
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < DRAWS; i++) {
      counts.merge((int) Poisson.sample(mean, random), 1, Integer::sum);
    }
    double chiSquare = 0;
    int cells = 0;
    double expected = 0;
    int seen = 0;
    double left = DRAWS;
    double logProbability = -mean;
    for (int k = 0; left > FEWEST_EXPECTED; k++) {
      double probability = DRAWS * Math.exp(logProbability);
      expected += probability;
      left -= probability;
      seen += counts.getOrDefault(k, 0);
      logProbability += Math.log(mean) - Math.log(k + 1);
      if (expected >= FEWEST_EXPECTED) {
        chiSquare += (seen - expected) * (seen - expected) / expected;
        cells++;
        expected = 0;
        seen = 0;
      }
    }
    double freedom = Math.max(1, cells - 1);
    double cube = Math.cbrt(chiSquare / freedom);
    double z = (cube - 1 + 2 / (9 * freedom)) / Math.sqrt(2 / (9 * freedom));
    assertTrue(z < 4, () -> "mean " + mean + ": z = " + z);
  }

  @Test
  void aMeanOfZeroDrawsZero() {
    assertEquals(0, Poisson.sample(0, new PhiloxRandom(1, "zero", 0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesImpossibleMeans(double mean) {
    PhiloxRandom random = new PhiloxRandom(1, "bad", 0);
    assertThrows(IllegalArgumentException.class, () -> Poisson.sample(mean, random));
  }
}
