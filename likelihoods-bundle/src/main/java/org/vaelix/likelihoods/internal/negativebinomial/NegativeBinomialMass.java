package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.List;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Gradients;
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
 * <p>The gradients are written out: θ(x−μ)/(μ+θ) for t = ln μ/θ and, for θ beside it, −A and where
 * x &gt; 0 also the derivatives of the second line. Those of A and B would cancel, 10⁸ times a
 * rounding error against another, and take three times as many operations. They are constants for
 * what differentiates again, which nothing does with a likelihood.
 *
 * <p>For each value it takes 1 exp, 2 log1p and 1 log; no ln Γ and no digamma.
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
    // Only −θ is read, once for each parameter rather than for each value.
    Tensor negative = theta.negate();
    Tensor mean = logMean.exp();
    Tensor sum = x.subtract(negative);
    Tensor excess = mean.subtract(x);
    Tensor share = excess.divide(sum);
    Tensor a = LogRatio.of(share);
    Tensor b = LogRatio.of(share.multiply(negative).divide(mean));
    Tensor count = x.maximum(1);
    Tensor positive = count.subtract(negative);
    Tensor spread = Stirling.lowered(positive).multiply(Stirling.raised(count));
    Tensor ofTheta = ofTheta(theta);
    Tensor correction = where(x, ofTheta.subtract(spread.log().multiply(0.5)));
    Tensor value = correction.add(negative.multiply(a)).subtract(x.multiply(b));
    // t = ln μ/θ and, beside it, θ; the sum over rows that ln θ needs is the bias's gradient too.
    Tensor t = logMean.add(theta.log().negate());
    Tensor forT = excess.multiply(negative).divide(mean.subtract(negative)).stopGradient();
    Tensor slope = Gradients.of(ofTheta.sum(), List.of(theta)).get(0);
    Tensor forTheta = where(x, slope.subtract(Stirling.slopeOfLowered(positive))).subtract(a);
    return Functions.withGradientOf(
        value, forT.multiply(t).add(forTheta.stopGradient().multiply(theta)));
  }

  /** What depends on θ alone, where a count is above 0: ½ ln θ/2π − s(θ). */
  private static Tensor ofTheta(Tensor theta) {
    return theta.divide(2 * Math.PI).log().multiply(0.5).subtract(Stirling.remainder(theta));
  }

  private static Tensor where(Tensor x, Tensor value) {
    return x.greater(0).select(value, x.graph().constant(0));
  }
}
