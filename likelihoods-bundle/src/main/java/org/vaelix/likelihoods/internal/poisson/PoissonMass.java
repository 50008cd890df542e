package org.vaelix.likelihoods.internal.poisson;

import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.LogRatio;
import org.vaelix.likelihoods.internal.count.Stirling;

/**
 * The logarithm of Poisson's probability mass in the saddle-point form of Loader 2000 (equation 6),
 * whose terms are as large as the deviance, where those of x ln μ − μ − ln x! cancel:
 *
 * <pre>
 * ln p(x) = −(x ln x/μ + μ − x) − ½ ln 2πx − s(x), the last two only where x &gt; 0
 * </pre>
 *
 * with s what Stirling's formula leaves over. For each value it takes 1 exp, 1 log1p and 1 log; the
 * gradient is x − μ.
 */
final class PoissonMass {
  private PoissonMass() {}

  /**
   * {@return ln p of each count}
   *
   * @param x counts
   * @param logMean ln μ, of x's shape, within ±27.7
   */
  static Tensor log(Tensor x, Tensor logMean) {
    Tensor mean = logMean.exp();
    Tensor missing = mean.subtract(x);
    Tensor ratio = LogRatio.of(missing.negate().divide(mean));
    Tensor deviance = x.multiply(ratio).add(missing);
    Tensor gradient = mean.subtract(x.multiply(logMean));
    return correction(x).subtract(Functions.withGradientOf(deviance, gradient));
  }

  private static Tensor correction(Tensor x) {
    Tensor spread = Stirling.raised(x.maximum(1)).multiply(2 * Math.PI).log().multiply(-0.5);
    return x.greater(0).select(spread, x.graph().constant(0));
  }
}
