package org.vaelix.analysis.internal.identifiability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vaelix.core.random.PhiloxRandom;

class AssignmentTest {
  /** Against all assignments there are. */
  @Test
  void noOtherAssignmentHasALargerSum() {
    PhiloxRandom random = new PhiloxRandom(1, "test", 0);
    for (int trial = 0; trial < 200; trial++) {
      int rows = 1 + trial % 5;
      int columns = 1 + (trial / 5) % 5;
      double[][] gains = new double[rows][columns];
      for (double[] row : gains) {
        // Whole numbers give ties; negative ones occur.
        Arrays.setAll(row, j -> trialIsWhole(rows) ? random.nextInt(9) - 4 : random.nextGaussian());
      }
      int[] found = Assignment.of(gains);
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += found[i] < 0 ? 0 : gains[i][found[i]];
      }
      assertEquals(Math.min(rows, columns), Arrays.stream(found).filter(j -> j >= 0).count());
      assertEquals(found.length - Math.max(0, rows - columns), distinct(found));
      assertEquals(best(gains, 0, new boolean[columns], Math.max(0, rows - columns)), sum, 1e-9);
    }
  }

  private static boolean trialIsWhole(int rows) {
    return rows % 2 == 0;
  }

  private static long distinct(int[] found) {
    return Arrays.stream(found).filter(j -> j >= 0).distinct().count();
  }

  private static double best(double[][] gains, int row, boolean[] taken, int mayBeLeftOut) {
    if (row == gains.length) {
      return 0;
    }
    double best =
        mayBeLeftOut > 0 ? best(gains, row + 1, taken, mayBeLeftOut - 1) : Double.NEGATIVE_INFINITY;
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        taken[j] = true;
        best = Math.max(best, gains[row][j] + best(gains, row + 1, taken, mayBeLeftOut));
        taken[j] = false;
      }
    }
    return best;
  }

  /** scipy.optimize.linear_sum_assignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]], maximize=True). */
  @Test
  void agreesWithSciPy() {
    assertArrayEquals(
        new int[] {0, 2, 1}, Assignment.of(new double[][] {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}));
  }
}
