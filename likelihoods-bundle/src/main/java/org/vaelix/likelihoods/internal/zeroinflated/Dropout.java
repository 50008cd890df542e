package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.Arrays;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.ConstantProfile;

/**
 * What the moments of rows say of dropout: how frequent it is, and what the counts were without.
 */
final class Dropout {
  /** Least and greatest probability that a constant profile has, so that gradients live. */
  private static final double LEAST = 0.01;

  private Dropout() {}

  /**
   * {@return π of each value of an observation if counts without dropout are Poisson's: variance =
   * mean·(1 + π·λ) with mean = (1 − π)·λ}
   */
  static double[] ofPoisson(Moments moments) {
    double[] dropout = new double[moments.mean().length];
    for (int j = 0; j < dropout.length; j++) {
      double mean = Math.max(moments.mean()[j], ConstantProfile.smallestMean(moments));
      double excess = Math.max(0, moments.variance()[j] / mean - 1);
      dropout[j] = Math.min(Math.max(excess / (mean + excess), LEAST), 1 - LEAST);
    }
    return dropout;
  }

  /**
   * {@return π of each value of an observation if counts without dropout may themselves vary more
   * than Poisson's: two moments do not tell one from the other, so all but the least is ascribed to
   * the counts}
   */
  static double[] ofOverdispersed(Moments moments) {
    double[] dropout = new double[moments.mean().length];
    Arrays.fill(dropout, LEAST);
    return dropout;
  }

  /** {@return the moments of counts of which a share π became 0} */
  static Moments without(double[] dropout, Moments moments) {
    double[] mean = new double[dropout.length];
    double[] variance = new double[dropout.length];
    for (int j = 0; j < dropout.length; j++) {
      double kept = 1 - dropout[j];
      double m = moments.mean()[j];
      mean[j] = m / kept;
      double square = (moments.variance()[j] + m * m) / kept;
      variance[j] = Math.max(0, square - mean[j] * mean[j]);
    }
    return new Moments(moments.rows(), mean, variance);
  }
}
