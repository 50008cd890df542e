package org.vaelix.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.random.PhiloxRandom;

class InitialisersTest {
  private static double[] draw(Initialiser initialiser, Shape shape) {
    return initialiser.values(shape, new PhiloxRandom(1, "test", 0));
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  /** √(6/(100 + 500)) = 0.1; a uniform number between ±a has the variance a²/3. */
  @Test
  void glorotFillsItsInterval() {
    double[] values = draw(Initialisers.glorotUniform(), Shape.of(100, 500));
    assertTrue(Arrays.stream(values).allMatch(v -> Math.abs(v) <= 0.1));
    assertEquals(0.01 / 3, variance(values), 0.01 / 3 * 0.02);
    assertTrue(Arrays.stream(values).max().orElseThrow() > 0.0999);
  }

  /** A filter (500, 8, 5, 5) sums 200 values: variance 0.01. */
  @Test
  void heHasTheVarianceOfItsFanIn() {
    double[] matrix = draw(Initialisers.heNormal(), Shape.of(200, 500));
    double[] filter = draw(Initialisers.heNormal(), Shape.of(500, 8, 5, 5));
    // The standard error of the variance of 100 000 draws is 0.45 %.
    assertEquals(0.01, variance(matrix), 0.01 * 0.0225);
    assertEquals(0.01, variance(filter), 0.01 * 0.0225);
  }

  /** Fan-in 300, fan-out 200: variances from the papers' formulas; uniform ones within bounds. */
  @Test
  void theOtherRulesHaveTheirVariances() {
    Map<Initialiser, Double> variances =
        Map.of(
            Initialisers.heUniform(), 2.0 / 300,
            Initialisers.glorotNormal(), 2.0 / 500,
            Initialisers.lecunNormal(), 1.0 / 300,
            Initialisers.lecunUniform(), 1.0 / 300,
            Initialisers.fanInUniform(), 1.0 / 900);
    // The standard error of the variance of 60 000 draws is 0.58 % at most.
    variances.forEach(
        (rule, v) -> assertEquals(v, variance(draw(rule, Shape.of(300, 200))), v * 0.029));
    double[] uniform = draw(Initialisers.fanInUniform(), Shape.of(300, 200));
    assertEquals(Math.sqrt(1.0 / 300), Arrays.stream(uniform).max().orElseThrow(), 1e-4);
  }

  @Test
  void constantsAndValues() {
    assertArrayEquals(new double[2], draw(Initialisers.zeros(), Shape.of(2)));
    assertArrayEquals(new double[] {3, 3}, draw(Initialisers.constant(3), Shape.of(2)));
    assertArrayEquals(new double[] {1, 2}, draw(Initialisers.values(1, 2), Shape.of(1, 2)));
    assertThrows(ModelException.class, () -> draw(Initialisers.values(1, 2), Shape.of(3)));
  }

  @Test
  void aVectorHasNoFanIn() {
    ModelException e =
        assertThrows(ModelException.class, () -> draw(Initialisers.heNormal(), Shape.of(3)));
    assertTrue(e.getMessage().contains("(3,)"));
  }
}
