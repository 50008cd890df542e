package org.vaelix.analysis.internal.information;

import java.util.Arrays;
import org.vaelix.analysis.internal.Estimate;

/**
 * What was found, in nats per row.
 *
 * @param rows how many rows it is from
 * @param reconstruction ln p(x | z)
 * @param kl KL(q(z | x) ‖ p(z))
 * @param klPerDimension its mean share of each dimension; empty if it does not factorise
 * @param skipKl KL of latent variables within skips
 * @param hasSkipLatents whether there are any
 * @param spread variance over rows of each dimension's posterior mean
 * @param mutualInformation I(x; z) between z and the number of the row
 * @param bound ln of the number of rows, which it cannot exceed
 * @param divergence KL(q(z) ‖ p(z))
 * @param gap I + KL(q(z) ‖ p(z)) − KL(q(z | x) ‖ p(z)), which is 0 but for the noise of the draws
 * @param lostWhenShuffled how much lower the bound is with the z of other rows, skips kept
 * @param activeAbove the spread from which on a dimension is active
 */
record Information(
    int rows,
    Estimate reconstruction,
    Estimate kl,
    double[] klPerDimension,
    Estimate skipKl,
    boolean hasSkipLatents,
    double[] spread,
    Estimate mutualInformation,
    double bound,
    Estimate divergence,
    Estimate gap,
    Estimate lostWhenShuffled,
    double activeAbove) {
  static Information of(Measures measures, double activeAbove) {
    double[][] shares = measures.kl();
    double[] kl = Arrays.stream(shares).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    AggregatePosterior aggregate = measures.aggregate();
    return new Information(
        measures.count(),
        Estimate.of(measures.reconstruction()),
        Estimate.of(kl),
        shares[0].length == measures.latentSize() ? means(shares) : new double[0],
        Estimate.of(measures.skipKl()),
        measures.hasSkipLatents(),
        variances(measures.means()),
        aggregate.mutualInformation(),
        aggregate.bound(),
        aggregate.divergence(),
        aggregate.gap(kl),
        Estimate.of(measures.lostWhenShuffled()),
        activeAbove);
  }

  double elbo() {
    return reconstruction.value() - kl.value() - skipKl.value();
  }

  boolean isActive(int dimension) {
    return spread[dimension] > activeAbove;
  }

  long active() {
    return Arrays.stream(spread).filter(variance -> variance > activeAbove).count();
  }

  private static double[] means(double[][] table) {
    double[] means = new double[table[0].length];
    for (double[] row : table) {
      for (int i = 0; i < means.length; i++) {
        means[i] += row[i] / table.length;
      }
    }
    return means;
  }

  private static double[] variances(double[][] table) {
    double[] means = means(table);
    double[] variances = new double[means.length];
    for (double[] row : table) {
      for (int i = 0; i < means.length; i++) {
        variances[i] += (row[i] - means[i]) * (row[i] - means[i]) / (table.length - 1);
      }
    }
    return variances;
  }
}
