package org.vaelix.analysis.internal.decomposition;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vaelix.analysis.internal.Estimate;

/**
 * What was found, in nats per row.
 *
 * @param rows N
 * @param minibatch M
 * @param kl E KL(q(z | x) ‖ p(z)) by the model's own formula
 * @param terms by estimator
 * @param dimensions KL(q(zⱼ) ‖ p(zⱼ)) of each, from all rows; empty if not known
 * @param klPerDimension the mean share of each dimension in the KL; empty if it does not factorise
 */
record Decomposition(
    int rows,
    int minibatch,
    Estimate kl,
    Map<Estimator, Terms> terms,
    Estimate[] dimensions,
    double[] klPerDimension) {

  /**
   * What the KL is made of, by one estimator. Errors are over draws. That these share the rows of
   * q(z) adds nothing to first order, since the mean of q(z | x)/q(z) over draws of q(z) is 1 for
   * each x.
   *
   * @param information I(x; z)
   * @param divergence KL(q(z) ‖ p(z))
   * @param gap both together less the KL: 0 but for the noise of the draws
   * @param correlation total correlation; absent where marginals are not known
   * @param dimensionwise Σⱼ KL(q(zⱼ) ‖ p(zⱼ)); absent where marginals or the prior's are not known
   */
  record Terms(
      Estimate information,
      Estimate divergence,
      Estimate gap,
      Optional<Estimate> correlation,
      Optional<Estimate> dimensionwise) {}

  static Decomposition of(Densities densities, Minibatches minibatches) {
    Map<Estimator, LogDensities> read = new Reading(densities, minibatches).all();
    boolean byDimension = densities.isPriorByDimension();
    Map<Estimator, Terms> terms = new EnumMap<>(Estimator.class);
    read.forEach((estimator, logs) -> terms.put(estimator, terms(logs, byDimension)));
    LogDensities all = read.get(Estimator.ALL_ROWS);
    return new Decomposition(
        densities.count(),
        minibatches.size(),
        Estimate.of(all.kl()),
        terms,
        dimensions(all, byDimension),
        shares(densities));
  }

  private static Terms terms(LogDensities logs, boolean byDimension) {
    boolean marginals = logs.marginals()[0].length > 0;
    return new Terms(
        Estimate.of(logs.information()),
        Estimate.of(logs.divergence()),
        Estimate.of(logs.gap()),
        marginals ? Optional.of(Estimate.of(logs.correlation())) : Optional.empty(),
        marginals && byDimension
            ? Optional.of(Estimate.of(logs.dimensionwise()))
            : Optional.empty());
  }

  private static Estimate[] dimensions(LogDensities all, boolean byDimension) {
    Estimate[] dimensions = new Estimate[byDimension ? all.marginals()[0].length : 0];
    Arrays.setAll(dimensions, j -> Estimate.of(all.dimensionwise(j)));
    return dimensions;
  }

  private static double[] shares(Densities densities) {
    double[][] kl = densities.kl();
    double[] shares = new double[kl[0].length == densities.latentSize() ? kl[0].length : 0];
    for (int j = 0; j < shares.length; j++) {
      int dimension = j;
      shares[j] = Arrays.stream(kl).mapToDouble(row -> row[dimension]).average().orElseThrow();
    }
    return shares;
  }
}
