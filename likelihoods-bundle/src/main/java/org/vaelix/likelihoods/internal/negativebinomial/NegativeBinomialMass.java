package org.vaelix.likelihoods.internal.negativebinomial;

import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.likelihoods.internal.count.LogRatio;
import org.vaelix.likelihoods.internal.count.Stirling;

/**
 * The logarithm of the negative binomial's probability mass, in a form whose terms cancel nowhere:
 *
 * <pre>
 * ln p(x) = ln Γ(x+θ)/(Γ(θ) x!) + θ ln θ/(μ+θ) + x ln μ/(μ+θ)
 *         = −θ·A − x·B                                     A = ln (μ+θ)/(x+θ), B = ln x(μ+θ)/(μ(x+θ))
 *           − ½ ln 2πx(x+θ)/θ + s(x+θ) − s(θ) − s(x)       only where x &gt; 0
 * </pre>
 *
 * with s what Stirling's formula leaves over ({@link Stirling}). This is the saddle-point form of
 * Loader 2000 (equation 5, for the binomial), with A and B as {@link LogRatio} of (μ−x)/(x+θ) and
 * of −θ/μ times that: each term is as large as the deviance that it belongs to, where ln Γ(x+θ) −
 * ln Γ(θ) in single precision loses everything for a large θ.
 *
 * <p>In single precision it agrees with the exact value to 10⁻⁵ relative for means 1e-8…1e8, θ
 * 1e-6…1e8 and counts to 1e6, except within a few standard deviations of a large mean with a large
 * θ, where it is off by less than half of what rounding ln μ to single precision moves it by, up to
 * 1.2·10⁻⁴: NegativeBinomialPrecisionTest derives this. A series for the deviance and a mean held
 * in two floats would cost about 20 passes on top of some 60, for a digit that ln μ has not got.
 *
 * <p>For each value it takes 1 exp, 2 log1p and 1 log, and 1 sigmoid for the gradients; no ln Γ and
 * no digamma.
 */
final class NegativeBinomialMass {
  private NegativeBinomialMass() {}

  /**
   * {@return ln p of each count}
   *
   * @param x counts
   * @param logMean ln μ, of x's shape, within ±27.7
   * @param theta the inverse dispersion θ, from 1e-8 to 1e10, broadcastable to x's shape
   */
  static Tensor log(Tensor x, Tensor logMean, Tensor theta) {
    Tensor stretched = theta.broadcast(x.shape());
    return correction(x, stretched, theta).subtract(deviance(x, logMean, stretched, theta));
  }

  /** θ·A + x·B, at least 0. */
  private static Tensor deviance(Tensor x, Tensor logMean, Tensor stretched, Tensor theta) {
    Tensor mean = logMean.exp();
    Tensor sum = x.add(stretched);
    Tensor share = mean.subtract(x).divide(sum);
    Tensor a = LogRatio.of(share);
    Tensor b = LogRatio.of(share.multiply(theta.negate()).divide(mean));
    Tensor value = theta.multiply(a).add(x.multiply(b));
    // The gradients for t = ln μ/θ and, beside it, θ are (x+θ)σ(t) − x and A: θ's part in
    // (x+θ)·dA cancels against what the factor of x has of it, so both are left out. That costs
    // the second derivative for θ alone, and saves the first one from 10⁸ times a rounding error.
    Tensor t = logMean.subtract(theta.log());
    Tensor ofT = Functions.withGradientOf(a, t.softplus());
    return Functions.withGradientOf(value, sum.multiply(ofT).subtract(x.multiply(t)));
  }

  /** What does not depend on the mean; 0 at a count of 0. */
  private static Tensor correction(Tensor x, Tensor stretched, Tensor theta) {
    Tensor ofTheta =
        theta.divide(2 * Math.PI).log().multiply(0.5).subtract(Stirling.remainder(theta));
    Tensor count = x.maximum(1);
    Tensor spread = Stirling.lowered(count.add(stretched)).multiply(Stirling.raised(count));
    Tensor correction = spread.log().multiply(-0.5).add(ofTheta);
    return x.greater(0).select(correction, x.graph().constant(0));
  }
}
