package org.vaelix.priors.internal.diagonal;

import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.SoftBounds;

/** Asks an encoder for means and log-variances. */
record DiagonalGaussianFamily(ModelContext context) implements Posterior {
  private static final String MEAN = "mean";
  private static final String LOG_VARIANCE = "logVariance";

  /**
   * Standard deviations stay between e⁻¹⁰ = 4.5·10⁻⁵ and e¹⁰ = 2.2·10⁴ latent units. Without a
   * bound, one large step of an encoder overflows the variance and every later loss is NaN.
   */
  private static final SoftBounds BOUNDS = new SoftBounds(-20, 20);

  @Override
  public List<Head> heads() {
    Shape latent = Shape.of(context.latentSize());
    return List.of(Head.of(MEAN, latent), Head.of(LOG_VARIANCE, latent));
  }

  @Override
  public LatentDistribution given(Map<String, Tensor> heads) {
    Tensor logVariance = BOUNDS.apply(heads.get(LOG_VARIANCE));
    return new DiagonalGaussian(heads.get(MEAN), logVariance, context);
  }
}
