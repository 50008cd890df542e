package org.vaelix.analysis.internal.identifiability;

import java.util.Arrays;
import org.vaelix.analysis.internal.Table;

/**
 * The assignment of rows to columns, each at most once, with the largest sum: the Hungarian
 * algorithm (Kuhn 1955; Munkres 1957) with shortest augmenting paths, O(rows² · columns).
 */
final class Assignment {
  private final double[][] costs;
  private final int rows;
  private final int columns;
  private final double[] rowPrice;
  private final double[] columnPrice;

  /** Row of each column, from 1; 0 for none. Column 0 stands for the row that seeks one. */
  private final int[] rowOf;

  private Assignment(double[][] costs) {
    this.costs = costs;
    this.rows = costs.length;
    this.columns = costs[0].length;
    this.rowPrice = new double[rows + 1];
    this.columnPrice = new double[columns + 1];
    this.rowOf = new int[columns + 1];
  }

  /**
   * {@return the column of each row; −1 for rows that get none since there are more rows}
   *
   * @param gains of each row with each column
   */
  static int[] of(double[][] gains) {
    if (gains.length > gains[0].length) {
      int[] inverse = of(Table.transposed(gains));
      int[] columns = new int[gains.length];
      Arrays.fill(columns, -1);
      for (int j = 0; j < inverse.length; j++) {
        columns[inverse[j]] = j;
      }
      return columns;
    }
    double[][] costs =
        Arrays.stream(gains)
            .map(row -> Arrays.stream(row).map(gain -> -gain).toArray())
            .toArray(double[][]::new);
    return new Assignment(costs).solve();
  }

  private int[] solve() {
    for (int row = 1; row <= rows; row++) {
      augment(row);
    }
    int[] columnOf = new int[rows];
    for (int j = 1; j <= columns; j++) {
      if (rowOf[j] > 0) {
        columnOf[rowOf[j] - 1] = j - 1;
      }
    }
    return columnOf;
  }

  /** Dijkstra's search from a row to the nearest free column, by costs less prices. */
  private void augment(int row) {
    rowOf[0] = row;
    double[] distance = new double[columns + 1];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int[] before = new int[columns + 1];
    boolean[] isReached = new boolean[columns + 1];
    int at = 0;
    while (rowOf[at] != 0) {
      isReached[at] = true;
      int next = nearest(at, distance, before, isReached);
      reprice(distance[next], distance, isReached);
      at = next;
    }
    while (at != 0) {
      rowOf[at] = rowOf[before[at]];
      at = before[at];
    }
  }

  private int nearest(int at, double[] distance, int[] before, boolean[] isReached) {
    int row = rowOf[at];
    int nearest = -1;
    for (int j = 1; j <= columns; j++) {
      if (isReached[j]) {
        continue;
      }
      double reduced = costs[row - 1][j - 1] - rowPrice[row] - columnPrice[j];
      if (reduced < distance[j]) {
        distance[j] = reduced;
        before[j] = at;
      }
      if (nearest < 0 || distance[j] < distance[nearest]) {
        nearest = j;
      }
    }
    return nearest;
  }

  private void reprice(double step, double[] distance, boolean[] isReached) {
    for (int j = 0; j <= columns; j++) {
      if (isReached[j]) {
        rowPrice[rowOf[j]] += step;
        columnPrice[j] -= step;
      } else {
        distance[j] -= step;
      }
    }
  }
}
