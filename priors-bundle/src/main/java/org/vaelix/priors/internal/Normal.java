package org.vaelix.priors.internal;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.SoftBounds;

/** Formulas of the normal distribution N(m, diag v) that several parts share. */
public final class Normal {
  /**
   * Bounds of ln σ²: standard deviations stay between e⁻¹⁰ = 4.5·10⁻⁵ and e¹⁰ = 2.2·10⁴ latent
   * units. Without a bound, one large step of an encoder overflows the variance and every later
   * loss is NaN.
   */
  public static final SoftBounds LOG_VARIANCE = new SoftBounds(-20, 20);

  /** ln 2π. */
  public static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private Normal() {}

  /** {@return ln N(z; m, v) by dimension} */
  public static Tensor logDensity(Tensor z, Tensor mean, Tensor logVariance) {
    Tensor squared = z.subtract(mean).square().multiply(logVariance.negate().exp());
    return squared.add(logVariance).add(LOG_TWO_PI).multiply(-0.5);
  }

  /** {@return m + √v·ε} */
  public static Tensor draw(Tensor noise, Tensor mean, Tensor logVariance) {
    return noise.multiply(logVariance.multiply(0.5).exp()).add(mean);
  }

  /**
   * {@return KL(q ‖ N(m, diag v)): of the cross-entropy ½ (ln 2πv_j + (Σ_jj + (μ_j − m_j)²)/v_j) of
   * a Gaussian q; Kingma and Welling 2014, appendix B, for m = 0 and v = 1}
   */
  public static Tensor divergence(GaussianMoments q, Tensor mean, Tensor logVariance) {
    Tensor spread = q.mean().subtract(mean).square().add(q.variance());
    Tensor scaled = spread.multiply(logVariance.negate().exp());
    return q.divergence(scaled.add(logVariance).add(LOG_TWO_PI).multiply(0.5));
  }
}
