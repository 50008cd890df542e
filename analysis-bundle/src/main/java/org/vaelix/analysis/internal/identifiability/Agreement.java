package org.vaelix.analysis.internal.identifiability;

import java.util.Arrays;
import org.vaelix.analysis.internal.Table;

/**
 * How codes agree with targets: factors, or the codes of another model.
 *
 * @param pearson each target's absolute correlation with the code assigned to it
 * @param spearman likewise, of ranks, with an assignment of its own
 * @param code which code is assigned to each target, by Pearson's; −1 for none
 * @param linear the absolute correlation of each target with the best affine map of all codes,
 *     fitted to half of the rows, over the other half
 * @param rankLinear likewise, of ranks
 * @param explained R² of that map over the other half; below 0 if it is worse than the mean
 * @param angles principal angles between the spaces of codes and targets, in radians
 */
record Agreement(
    double[] pearson,
    double[] spearman,
    int[] code,
    double[] linear,
    double[] rankLinear,
    double[] explained,
    double[] angles) {

  static Agreement of(double[][] codes, double[][] targets) {
    double[][] pearson = absolute(Correlation.PEARSON, codes, targets);
    double[][] spearman = absolute(Correlation.SPEARMAN, codes, targets);
    int[] code = Assignment.of(pearson);
    int trained = codes.length / 2;
    double[][] foretold = LinearMap.foretold(codes, targets, trained);
    double[][] unseen = Arrays.copyOfRange(targets, trained, targets.length);
    return new Agreement(
        at(pearson, code),
        at(spearman, Assignment.of(spearman)),
        code,
        diagonal(Correlation.PEARSON, foretold, unseen),
        diagonal(Correlation.SPEARMAN, foretold, unseen),
        explained(foretold, unseen),
        LinearMap.angles(codes, targets));
  }

  /** The mean correlation coefficient (Hyvärinen and Morioka 2016). */
  static double mean(double[] correlations) {
    return Arrays.stream(correlations).average().orElseThrow();
  }

  /** Of targets (rows) and codes (columns). */
  private static double[][] absolute(
      Correlation correlation, double[][] codes, double[][] targets) {
    double[][] table = correlation.of(Table.transposed(targets), Table.transposed(codes));
    for (double[] row : table) {
      Arrays.setAll(row, j -> Math.abs(row[j]));
    }
    return table;
  }

  /** A target without a code of its own is known to 0. */
  private static double[] at(double[][] table, int[] columns) {
    double[] values = new double[table.length];
    Arrays.setAll(values, i -> columns[i] < 0 ? 0 : table[i][columns[i]]);
    return values;
  }

  private static double[] diagonal(Correlation correlation, double[][] a, double[][] b) {
    double[] diagonal = new double[b[0].length];
    for (int j = 0; j < diagonal.length; j++) {
      double[][] left = {Table.column(a, j)};
      double[][] right = {Table.column(b, j)};
      diagonal[j] = Math.abs(correlation.of(left, right)[0][0]);
    }
    return diagonal;
  }

  private static double[] explained(double[][] foretold, double[][] targets) {
    double[] explained = new double[targets[0].length];
    for (int j = 0; j < explained.length; j++) {
      double[] target = Table.column(targets, j);
      double[] guess = Table.column(foretold, j);
      double squares = 0;
      for (int i = 0; i < target.length; i++) {
        squares += (target[i] - guess[i]) * (target[i] - guess[i]);
      }
      double total = Table.variance(target) * (target.length - 1);
      explained[j] = total > 0 ? 1 - squares / total : 0;
    }
    return explained;
  }
}
