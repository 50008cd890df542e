package org.vaelix.priors.internal.lowrank;

import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.SoftBounds;
import org.vaelix.priors.internal.Normal;

/** Asks an encoder for means, log-variances and directions. */
record LowRankGaussianFamily(int rank, ModelContext context) implements Posterior {
  private static final String MEAN = "mean";
  private static final String LOG_VARIANCE = "logVariance";
  private static final String DIRECTIONS = "directions";

  /** Bounds of W. The density subtracts numbers of size W² from one another. */
  private static final SoftBounds BOUNDS = new SoftBounds(-30, 30);

  /** With W = 0 the gradient of W is 0, so its bias starts elsewhere. */
  private static final double FIRST = 0.1;

  @Override
  public List<Head> heads() {
    Shape latent = Shape.of(context.latentSize());
    Shape directions = Shape.of(context.latentSize(), rank);
    return List.of(
        Head.of(MEAN, latent),
        Head.of(LOG_VARIANCE, latent),
        new Head(
            DIRECTIONS,
            directions,
            (shape, random) -> random.doubles(shape.elements(), -FIRST, FIRST).toArray()));
  }

  @Override
  public LatentDistribution given(Map<String, Tensor> heads) {
    Tensor logVariance = Normal.LOG_VARIANCE.apply(heads.get(LOG_VARIANCE));
    Tensor directions = BOUNDS.apply(heads.get(DIRECTIONS));
    return LowRankGaussian.of(heads.get(MEAN), logVariance, directions, context);
  }
}
