package org.vaelix.likelihoods.internal.binomial;

import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.LogRatio;
import org.vaelix.likelihoods.internal.count.Stirling;

/**
 * The logarithm of the binomial's probability mass in the saddle-point form of Loader 2000
 * (equation 5), whose terms are as large as the deviance, where those of ln C(n, x) + x·l − n·ln(1
 * + e^l) cancel; with y = n − x and q = 1 − p:
 *
 * <pre>
 * ln p(x) = −(x ln x/np + y ln y/nq)
 *           + ½ ln n/2πxy + s(n) − s(x) − s(y)      only where x &gt; 0 and y &gt; 0
 * </pre>
 *
 * with s what Stirling's formula leaves over. For each value it takes 2 sigmoid, 2 log1p and 1 log,
 * with gradients; the gradient is x − np.
 */
final class BinomialMass {
  /**
   * p and 1 − p below e^−this are not told apart; the gradient is that of the head all the same.
   */
  private static final double FAR = Math.log(1e12);

  private BinomialMass() {}

  /**
   * {@return ln p of each count, −∞ for more successes than trials}
   *
   * @param x successes
   * @param trials n, broadcastable to x's shape
   * @param logit l = ln p/(1 − p), of x's shape
   */
  static Tensor log(Tensor x, Tensor trials, Tensor logit) {
    Graph graph = x.graph();
    Tensor near = Functions.withGradientOf(logit.maximum(-FAR).minimum(FAR), logit);
    Tensor failures = trials.subtract(x);
    Tensor mass = correction(x, failures, trials).subtract(deviance(x, failures, trials, near));
    return x.lessOrEqual(trials).select(mass, graph.constant(Double.NEGATIVE_INFINITY));
  }

  private static Tensor deviance(Tensor x, Tensor failures, Tensor trials, Tensor logit) {
    Tensor expected = trials.multiply(logit.sigmoid());
    Tensor rest = trials.multiply(logit.negate().sigmoid());
    // The smaller of the two is the one with digits to compare.
    Tensor excess =
        logit.less(logit.graph().constant(0)).select(x.subtract(expected), rest.subtract(failures));
    Tensor ofSuccesses = x.multiply(LogRatio.of(excess.divide(expected)));
    Tensor ofFailures = failures.multiply(LogRatio.of(excess.negate().divide(rest)));
    Tensor gradient = trials.multiply(logit.softplus()).subtract(x.multiply(logit));
    return Functions.withGradientOf(ofSuccesses.add(ofFailures), gradient);
  }

  private static Tensor correction(Tensor x, Tensor failures, Tensor trials) {
    Tensor both = Stirling.raised(x.maximum(1)).multiply(Stirling.raised(failures.maximum(1)));
    Tensor spread = both.multiply(2 * Math.PI).divide(Stirling.raised(trials)).log().multiply(-0.5);
    Tensor isInside = x.minimum(failures).greater(0);
    return isInside.select(spread, x.graph().constant(0));
  }
}
