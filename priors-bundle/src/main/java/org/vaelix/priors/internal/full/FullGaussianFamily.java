package org.vaelix.priors.internal.full;

import java.util.ArrayList;
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

/** Asks an encoder for means, log-variances and what lies below the diagonal. */
record FullGaussianFamily(ModelContext context) implements Posterior {
  private static final String MEAN = "mean";
  private static final String LOG_VARIANCE = "logVariance";
  private static final String LOWER = "lower";

  /**
   * Bounds of N. Solving with I + N multiplies rounding errors by up to 1 + |N| for each dimension;
   * two dimensions may still correlate by 30/√(1 + 30²) = 0.9994.
   */
  private static final SoftBounds BOUNDS = new SoftBounds(-30, 30);

  @Override
  public List<Head> heads() {
    int d = context.latentSize();
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of(MEAN, Shape.of(d)));
    heads.add(Head.of(LOG_VARIANCE, Shape.of(d)));
    if (d > 1) {
      heads.add(Head.of(LOWER, Shape.of(d * (d - 1) / 2)));
    }
    return heads;
  }

  @Override
  public LatentDistribution given(Map<String, Tensor> heads) {
    Tensor logVariance = Normal.LOG_VARIANCE.apply(heads.get(LOG_VARIANCE));
    return new FullGaussian(heads.get(MEAN), logVariance, columns(heads.get(LOWER)), context);
  }

  /** N column by column, (rows, d) each but for the last, which is 0. */
  private List<Tensor> columns(Tensor lower) {
    int d = context.latentSize();
    List<Tensor> columns = new ArrayList<>();
    int start = 0;
    for (int k = 0; k < d - 1; k++) {
      int below = d - 1 - k;
      Tensor packed = BOUNDS.apply(lower.range(1, start, start + below));
      columns.add(packed.pad(new int[] {0, k + 1}, new int[] {0, 0}, 0));
      start += below;
    }
    return columns;
  }
}
