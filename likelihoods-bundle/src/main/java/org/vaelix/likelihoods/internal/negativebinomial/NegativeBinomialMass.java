package org.vaelix.likelihoods.internal.negativebinomial;

import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.StirlingRemainder;

/**
 * The logarithm of the negative binomial's probability mass, in a form whose terms cancel nowhere:
 *
 * <pre>
 * ln p(x) = ln Γ(x+θ)/(Γ(θ) x!) + θ ln θ/(μ+θ) + x ln μ/(μ+θ)
 *         = θ·A − x·B                                      A = ln (x+θ)/(μ+θ), B = ln x(μ+θ)/(μ(x+θ))
 *           − ½ ln 2πx(x+θ)/θ + s(x+θ) − s(θ) − s(x)       only where x &gt; 0
 * </pre>
 *
 * with s what Stirling's formula leaves over ({@link StirlingRemainder}). This is the saddle-point
 * form of Loader 2000 (equation 5, for the binomial), with both deviances as a {@code log1p} of |x
 * − μ| over the smaller of the two numbers compared: each term is as large as the deviance it
 * belongs to, where ln Γ(x+θ) − ln Γ(θ) in single precision loses everything for a large θ.
 *
 * <p>In single precision it agrees with the exact value to 10⁻⁵ relative for means 1e-8…1e8, θ
 * 1e-6…1e8 and counts to 1e5; at a count of 1e6 with θ ≥ 1e6, within a few standard deviations of
 * the mean, to 5·10⁻⁵, since there half a unit in the last place of the mean counts for as much.
 */
final class NegativeBinomialMass {
  /** Beyond e^±this the mean is 0 or infinite beside every θ, and ln p is linear in ln μ. */
  private static final double FAR = Math.log(1e12);

  private NegativeBinomialMass() {}

  /**
   * {@return ln p of each count}
   *
   * @param x counts
   * @param logMean ln μ, of x's shape
   * @param theta the inverse dispersion θ, from 1e-8 to 1e10, broadcastable to x's shape
   */
  static Tensor log(Tensor x, Tensor logMean, Tensor theta) {
    Tensor stretched = theta.broadcast(x.shape());
    return deviance(x, logMean, stretched).add(correction(x, stretched, theta));
  }

  /** θ·A − x·B, at most 0. */
  private static Tensor deviance(Tensor x, Tensor logMean, Tensor theta) {
    Graph graph = x.graph();
    Tensor tooFar = logMean.subtract(FAR).relu();
    Tensor mean = logMean.subtract(tooFar).exp();
    Tensor ofMean = mean.add(theta);
    Tensor ofCount = x.add(theta);
    Tensor below = x.less(mean);
    Tensor sign = below.select(graph.constant(-1), graph.constant(1));
    Tensor distance = x.subtract(mean).multiply(sign);
    Tensor a = distance.divide(below.select(ofCount, ofMean)).log1p().multiply(sign);
    Tensor beyond = a.subtract(tooFar);
    Tensor b =
        distance
            .multiply(theta)
            .divide(below.select(x.maximum(1).multiply(ofMean), notTiny(mean).multiply(ofCount)))
            .log1p()
            .multiply(sign)
            .add(logMean.negate().subtract(FAR).relu());
    // B = ln x − ln μ − A, whose gradients are the shortest; its digits cancel near the mean.
    Tensor accurate = Functions.withGradientOf(b, logMean.add(beyond).negate());
    return theta.multiply(beyond).subtract(x.multiply(accurate));
  }

  private static Tensor notTiny(Tensor mean) {
    return mean.maximum(Math.exp(-FAR));
  }

  /** What does not depend on the mean; 0 at a count of 0. */
  private static Tensor correction(Tensor x, Tensor stretched, Tensor theta) {
    Tensor perTheta = theta.log().multiply(0.5).subtract(StirlingRemainder.of(theta));
    Tensor count = x.maximum(1);
    Tensor sum = count.add(stretched);
    Tensor spread = count.multiply(2 * Math.PI).multiply(sum).log().multiply(-0.5);
    Tensor remainders = StirlingRemainder.fromOne(sum).subtract(StirlingRemainder.fromOne(count));
    return x.greater(0).select(perTheta.add(spread).add(remainders), x.graph().constant(0));
  }
}
