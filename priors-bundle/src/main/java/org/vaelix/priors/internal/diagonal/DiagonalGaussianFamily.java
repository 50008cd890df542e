package org.vaelix.priors.internal.diagonal;

import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.priors.internal.Normal;

/** Asks an encoder for means and log-variances. */
record DiagonalGaussianFamily(ModelContext context) implements Posterior {
  private static final String MEAN = "mean";
  private static final String LOG_VARIANCE = "logVariance";

  @Override
  public List<Head> heads() {
    Shape latent = Shape.of(context.latentSize());
    return List.of(Head.of(MEAN, latent), Head.of(LOG_VARIANCE, latent));
  }

  @Override
  public LatentDistribution given(Map<String, Tensor> heads) {
    Tensor logVariance = Normal.LOG_VARIANCE.apply(heads.get(LOG_VARIANCE));
    return new DiagonalGaussian(heads.get(MEAN), logVariance, context);
  }
}
