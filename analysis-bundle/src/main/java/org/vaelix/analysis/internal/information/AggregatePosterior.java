package org.vaelix.analysis.internal.information;

import java.util.Arrays;
import org.vaelix.analysis.internal.Estimate;

/**
 * What is known of q(z) = 1/N Σ q(z | xₙ) from one draw zᵢ of each q(z | xᵢ) (Hoffman and Johnson
 * 2016): I(x; z), the mean of ln q(zᵢ | xᵢ) − ln q(zᵢ), is that between z and the number of the
 * row, at most ln N; KL(q(z) ‖ p(z)) is the mean of ln q(zᵢ) − ln p(zᵢ). Their sum is the mean of
 * ln q(zᵢ | xᵢ) − ln p(zᵢ), whose expectation is the mean KL(q(z | x) ‖ p(z)).
 *
 * @param logOwn ln q(zᵢ | xᵢ) of each draw, in nats
 * @param logAggregate ln q(zᵢ) of each draw
 * @param logPrior ln p(zᵢ) of each draw; under the conditions of its row if there are any
 */
record AggregatePosterior(double[] logOwn, double[] logAggregate, double[] logPrior) {
  /**
   * {@return ln of the mean of e^x}
   *
   * @param logs the x, which may be as low as −∞, but not all
   */
  static double logMean(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = Arrays.stream(logs).map(x -> Math.exp(x - most)).sum();
    return most + Math.log(sum / logs.length);
  }

  Estimate mutualInformation() {
    return Estimate.of(difference(logOwn, logAggregate));
  }

  /** {@return ln N, which the mutual information cannot exceed} */
  double bound() {
    return Math.log(logOwn.length);
  }

  Estimate divergence() {
    return Estimate.of(difference(logAggregate, logPrior));
  }

  /**
   * {@return by how much the sum of both is off the KL: 0 but for the noise of the draws}
   *
   * @param kl KL(q(z | xᵢ) ‖ p(z)) of each row, by the model's own formula
   */
  Estimate gap(double[] kl) {
    return Estimate.of(difference(difference(logOwn, logPrior), kl));
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
