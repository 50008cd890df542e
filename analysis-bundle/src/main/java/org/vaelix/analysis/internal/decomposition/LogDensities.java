package org.vaelix.analysis.internal.decomposition;

import java.util.Arrays;

/**
 * Of each draw zᵢ that an estimator has seen, in nats.
 *
 * @param own ln q(zᵢ | xᵢ)
 * @param aggregate ln q(zᵢ)
 * @param marginals ln q(zᵢⱼ) of each dimension j, (draws, latent size); no columns if not known
 * @param prior ln p(zᵢ) in its terms, (draws, latent size or 1)
 * @param kl KL(q(z | xᵢ) ‖ p(z)) by the model's own formula
 */
record LogDensities(
    double[] own, double[] aggregate, double[][] marginals, double[][] prior, double[] kl) {

  /** I(x; z): ln q(zᵢ | xᵢ) − ln q(zᵢ). */
  double[] information() {
    return difference(own, aggregate);
  }

  /** KL(q(z) ‖ p(z)): ln q(zᵢ) − ln p(zᵢ). */
  double[] divergence() {
    return difference(aggregate, sums(prior));
  }

  /** Σ of I and KL(q(z) ‖ p(z)) less the KL. */
  double[] gap() {
    return difference(difference(own, sums(prior)), kl);
  }

  /** Total correlation: ln q(zᵢ) − Σⱼ ln q(zᵢⱼ). */
  double[] correlation() {
    return difference(aggregate, sums(marginals));
  }

  /** Σⱼ KL(q(zⱼ) ‖ p(zⱼ)). */
  double[] dimensionwise() {
    return difference(sums(marginals), sums(prior));
  }

  /** KL(q(zⱼ) ‖ p(zⱼ)) of one dimension; the prior factorises. */
  double[] dimensionwise(int j) {
    double[] of = new double[own.length];
    Arrays.setAll(of, i -> marginals[i][j] - prior[i][j]);
    return of;
  }

  /** {@return those draws alone, in that order} */
  LogDensities only(int[] draws) {
    return new LogDensities(
        at(own, draws),
        at(aggregate, draws),
        Arrays.stream(draws).mapToObj(i -> marginals[i]).toArray(double[][]::new),
        Arrays.stream(draws).mapToObj(i -> prior[i]).toArray(double[][]::new),
        at(kl, draws));
  }

  private static double[] at(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  private static double[] sums(double[][] terms) {
    return Arrays.stream(terms).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
