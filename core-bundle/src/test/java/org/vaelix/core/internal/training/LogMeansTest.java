package org.vaelix.core.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogMeansTest {
  private static final double[] SMALL = {
    -1000.5, -998.25, -1003, -998.25, Double.NEGATIVE_INFINITY
  };
  private static final double[] LARGE = {800, -5, 799.5, 3, 0.25};

  private final LogMeans means = new LogMeans(2);

  private void add() {
    means.clear();
    for (int i = 0; i < SMALL.length; i++) {
      means.add(0, SMALL[i]);
      means.add(1, LARGE[i]);
    }
    means.count(2);
    means.count(3);
  }

  /** Expected: SciPy 1.17.1, special.logsumexp(a) - log(5), and numpy's mean. */
  @Test
  void nothingOverflowsAndNothingVanishes() {
    add();
    assertEquals(-999.1108319383486, means.logarithmOfMean(0), 1e-10);
    assertEquals(798.864639071746, means.logarithmOfMean(1), 1e-10);
    assertEquals(319.55, means.meanOfLogarithms(1), 1e-10);
    assertEquals(Double.NEGATIVE_INFINITY, means.meanOfLogarithms(0));
  }

  @Test
  void clearedItKnowsNothingOfOldNumbers() {
    add();
    double before = means.logarithmOfMean(0);
    add();
    assertEquals(before, means.logarithmOfMean(0));
  }
}
