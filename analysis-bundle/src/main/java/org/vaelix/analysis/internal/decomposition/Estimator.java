package org.vaelix.analysis.internal.decomposition;

import java.util.Arrays;

/**
 * How ln q(z) of a draw is estimated from the posteriors of some rows, q(z) = 1/N Σ q(z | xₙ) over
 * all N. The draw's own row is always among them.
 */
enum Estimator {
  /** All N rows: no estimate, but the mean itself. */
  ALL_ROWS("all rows") {
    @Override
    double logAggregate(double[] logs, int own, int rows) {
      return logSum(logs) - Math.log(logs.length);
    }
  },

  /**
   * Chen et al. 2018, section C.2, averaged over which row of the minibatch is the last one, which
   * keeps its mean: the own row counts 1/N, the M − 1 others (1 − 1/N)/(M − 1) each. Its mean is
   * q(z), and its logarithm is too low by the noise in it.
   */
  STRATIFIED("stratified") {
    @Override
    double logAggregate(double[] logs, int own, int rows) {
      double others = Math.log1p(-1.0 / rows) - Math.log(logs.length - 1);
      double[] weighted = new double[logs.length];
      Arrays.setAll(weighted, i -> logs[i] + (i == own ? -Math.log(rows) : others));
      return logSum(weighted);
    }
  },

  /**
   * Chen et al. 2018, equation 4: the sum over the M rows of a minibatch, divided by N·M. Where
   * posteriors overlap it is too low by up to ln N, for the sum and for each of the marginals, so a
   * total correlation of d dimensions may be too high by (d − 1)·ln N.
   */
  WEIGHTED("weighted") {
    @Override
    double logAggregate(double[] logs, int own, int rows) {
      return logSum(logs) - Math.log(logs.length) - Math.log(rows);
    }
  };

  private final String label;

  Estimator(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * {@return ln q(z)}
   *
   * @param logs ln q(z | x) of the draw under each row that is looked at
   * @param own which of these is the draw's own row
   * @param rows N
   */
  abstract double logAggregate(double[] logs, int own, int rows);

  private static double logSum(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    return most + Math.log(Arrays.stream(logs).map(x -> Math.exp(x - most)).sum());
  }
}
