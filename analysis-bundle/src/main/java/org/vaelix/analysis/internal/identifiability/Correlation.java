package org.vaelix.analysis.internal.identifiability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How two columns go together. */
enum Correlation {
  /** Of the numbers themselves. */
  PEARSON {
    @Override
    double[] prepared(double[] column) {
      return column;
    }
  },

  /** Of their ranks (Spearman 1904), equal numbers sharing the mean of theirs. */
  SPEARMAN {
    @Override
    double[] prepared(double[] column) {
      return ranks(column);
    }
  };

  abstract double[] prepared(double[] column);

  /**
   * {@return the correlation of each column of one table with each of another; 0 with a column that
   * is constant}
   *
   * @param a columns
   * @param b columns
   */
  double[][] of(double[][] a, double[][] b) {
    double[][] left = standardised(a);
    double[][] right = standardised(b);
    double[][] table = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        for (int row = 0; row < left[i].length; row++) {
          table[i][j] += left[i][row] * right[j][row];
        }
      }
    }
    return table;
  }

  private double[][] standardised(double[][] columns) {
    return Arrays.stream(columns).map(column -> unit(prepared(column))).toArray(double[][]::new);
  }

  /** Of mean 0 and length 1; zeros if all are alike but for rounding. */
  private static double[] unit(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    double[] centred = Arrays.stream(column).map(x -> x - mean).toArray();
    double length = Math.sqrt(Arrays.stream(centred).map(x -> x * x).sum());
    double largest = Arrays.stream(column).map(Math::abs).max().orElseThrow();
    boolean isConstant = length <= 1e-12 * largest * Math.sqrt(column.length);
    return Arrays.stream(centred).map(x -> isConstant ? 0 : x / length).toArray();
  }

  static double[] ranks(double[] column) {
    int[] order =
        IntStream.range(0, column.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> column[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] ranks = new double[column.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && column[order[to]] == column[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
