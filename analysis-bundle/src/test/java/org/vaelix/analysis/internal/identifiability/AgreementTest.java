package org.vaelix.analysis.internal.identifiability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.analysis.internal.Table;
import org.vaelix.core.random.PhiloxRandom;

/** Expected numbers are by NumPy 2.4.6 and SciPy 1.17.1 from the same two tables. */
class AgreementTest {
  private static final double[][] A = {
    {1.76, 0.4}, {0.98, 2.24}, {1.87, -0.98}, {0.95, -0.15},
    {-0.1, 0.41}, {0.14, 1.45}, {0.76, 0.12}, {0.44, 0.33}
  };
  private static final double[][] B = {
    {3.31, 2.27, -1.45}, {5.36, 0.05, -0.19}, {0.07, 1.53, 1.47}, {0.22, 0.15, 0.38},
    {-0.56, -0.89, -1.98}, {3.37, -0.35, 0.16}, {1.43, 1.23, 1.2}, {0.73, -0.39, -0.3}
  };

  private static double[][] pairs(Correlation correlation) {
    return correlation.of(Table.transposed(A), Table.transposed(B));
  }

  /** np.corrcoef(A.T, B.T)[:2, 2:]. */
  @Test
  void pearson() {
    double[][] found = pairs(Correlation.PEARSON);
    assertArrayEquals(
        new double[] {0.14884150885826236, 0.8822505634524596, 0.337405254895494}, found[0], 1e-12);
    assertArrayEquals(
        new double[] {0.8233253505384723, -0.4069908032494111, -0.33136767233508757},
        found[1],
        1e-12);
  }

  /** scipy.stats.spearmanr(np.c_[A, B]).statistic[:2, 2:]. */
  @Test
  void spearman() {
    double[][] found = pairs(Correlation.SPEARMAN);
    assertArrayEquals(new double[] {1 / 7.0, 6 / 7.0, 3 / 7.0}, found[0], 1e-12);
    assertArrayEquals(new double[] {13 / 21.0, -10 / 21.0, -13 / 21.0}, found[1], 1e-12);
  }

  /** scipy.stats.rankdata([3, 1, 3, 2, 3]) - 1. */
  @Test
  void equalNumbersShareARank() {
    assertArrayEquals(
        new double[] {3, 0, 3, 1, 3}, Correlation.ranks(new double[] {3, 1, 3, 2, 3}));
  }

  @Test
  void aConstantGoesWithNothing() {
    double[][] constant = {{0.1, 0.1, 0.1}};
    double[][] other = {{1, 2, 4}};
    assertEquals(0, Correlation.PEARSON.of(constant, other)[0][0]);
    assertEquals(0, Correlation.SPEARMAN.of(constant, other)[0][0]);
  }

  /** np.linalg.lstsq on the first five rows, with a column of ones, applied to the others. */
  @Test
  void theLinearMapIsThatOfLeastSquares() {
    double[][] found = LinearMap.foretold(B, A, 5);
    assertArrayEquals(new double[] {0.7734456976816115, 1.5281737703969909}, found[0], 1e-10);
    assertArrayEquals(new double[] {1.7147412344218356, -0.23529376913527103}, found[1], 1e-10);
    assertArrayEquals(new double[] {0.5543772315789631, 0.47363257074167464}, found[2], 1e-10);
  }

  /** np.sort(scipy.linalg.subspace_angles(A - A.mean(0), B - B.mean(0))). */
  @Test
  void anglesBetweenSpaces() {
    assertArrayEquals(
        new double[] {0.10475363893432663, 0.4942920332017393}, LinearMap.angles(A, B), 1e-12);
  }

  @Test
  void aDuplicatedOrConstantCodeAddsNothing() {
    double[][] more =
        Arrays.stream(B)
            .map(row -> new double[] {row[0], row[1], row[2], row[1], 7})
            .toArray(double[][]::new);
    assertArrayEquals(LinearMap.angles(A, B), LinearMap.angles(A, more), 1e-7);
    assertArrayEquals(LinearMap.foretold(B, A, 5)[1], LinearMap.foretold(more, A, 5)[1], 1e-8);
  }

  private static double[][] sources(int rows) {
    PhiloxRandom random = new PhiloxRandom(2, "test/sources", 0);
    double[][] sources = new double[rows][3];
    for (double[] row : sources) {
      Arrays.setAll(row, j -> random.nextDouble() - 0.5);
    }
    return sources;
  }

  @Test
  void orderAndSignDoNotMatter() {
    double[][] truth = sources(200);
    double[][] codes =
        Arrays.stream(truth)
            .map(s -> new double[] {-2 * s[1], 0.1 * s[2], 3 * s[0] + 1})
            .toArray(double[][]::new);
    Agreement found = Agreement.of(codes, truth);
    assertEquals(1, Agreement.mean(found.pearson()), 1e-12);
    assertArrayEquals(new int[] {2, 0, 1}, found.code());
    assertTrue(AgreementPage.of(Map.of("truth", found)).contains("but for order and sign."));
  }

  @Test
  void monotoneFunctionsKeepRanks() {
    double[][] truth = sources(200);
    double[][] codes =
        Arrays.stream(truth)
            .map(s -> Arrays.stream(s).map(x -> Math.exp(20 * x)).toArray())
            .toArray(double[][]::new);
    Agreement found = Agreement.of(codes, truth);
    assertEquals(1, Agreement.mean(found.spearman()), 1e-12);
    assertTrue(Agreement.mean(found.pearson()) < 0.8);
    assertTrue(AgreementPage.of(Map.of("truth", found)).contains("monotone function"));
  }

  @Test
  void aRotationIsFoundByTheLinearMapAlone() {
    double[][] truth = sources(400);
    double r = Math.sqrt(0.5);
    double[][] codes =
        Arrays.stream(truth)
            .map(s -> new double[] {r * (s[0] - s[1]), r * (s[0] + s[1]), s[2]})
            .toArray(double[][]::new);
    Agreement found = Agreement.of(codes, truth);
    // Of two factors each code holds half of the variance: a correlation of √½ but for 400 draws.
    assertEquals((2 * r + 1) / 3, Agreement.mean(found.pearson()), 0.06);
    assertEquals(1, Agreement.mean(found.linear()), 1e-9);
    assertEquals(1, Agreement.mean(found.explained()), 1e-9);
    assertTrue(AgreementPage.of(Map.of("truth", found)).contains("a linear map is left open."));
  }

  @Test
  void aTargetWithoutACodeCountsAsUnknown() {
    double[][] truth = sources(100);
    double[][] codes = Arrays.stream(truth).map(s -> new double[] {s[1]}).toArray(double[][]::new);
    Agreement found = Agreement.of(codes, truth);
    assertArrayEquals(new int[] {-1, 0, -1}, found.code());
    assertEquals(1 / 3.0, Agreement.mean(found.pearson()), 1e-12);
    String text = AgreementPage.of(Map.of("truth", found));
    assertTrue(text.contains("Neither the axes"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }
}
