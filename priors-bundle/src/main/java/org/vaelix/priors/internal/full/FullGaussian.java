package org.vaelix.priors.internal.full;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.priors.internal.Layout;
import org.vaelix.priors.internal.Normal;

/**
 * N(μ, L·Lᵀ) for each row, L = diag(σ)·(I + N) with N below the diagonal: the Cholesky factor,
 * whose diagonal σ is positive. Its rows are scaled by σ, so that N has no unit and small σ do no
 * harm.
 *
 * <p>Cost: d²/2 products for each draw, and as many for a density, in d − 1 steps one after
 * another; beyond some 64 dimensions {@code low-rank-gaussian} is the better choice.
 *
 * @param mean μ, (rows, d)
 * @param logVariance ln σ², (rows, d)
 * @param columns of N but for the last, which is 0, (rows, d) each
 * @param context of the trace
 */
record FullGaussian(Tensor mean, Tensor logVariance, List<Tensor> columns, ModelContext context)
    implements LatentDistribution {

  @Override
  public Tensor variance() {
    return factor().square().sum(-1);
  }

  @Override
  public Tensor sample(int samples) {
    Shape shape = mean.shape().prepend(samples);
    Tensor noise = context.normal("noise", shape);
    return Layout.row(noise).matmul(factor(), false, true).reshape(shape).add(mean);
  }

  /**
   * ln q = −½ Σ (ε_j² + ln 2πσ_j²) with ε = L⁻¹ (z − μ), found by forward substitution: each step
   * takes one ε_k, and its share from those that are left.
   */
  @Override
  public Tensor logDensity(Tensor z) {
    Tensor noise = z.subtract(mean).multiply(logVariance.multiply(-0.5).exp());
    for (int k = 0; k < columns.size(); k++) {
      noise = noise.subtract(noise.range(-1, k, k + 1).multiply(columns.get(k)));
    }
    Tensor terms = noise.square().add(logVariance).add(Normal.LOG_TWO_PI);
    return terms.sumKeeping(-1).multiply(-0.5);
  }

  @Override
  public Optional<GaussianMoments> gaussian() {
    Tensor logDeterminant = logVariance.sumKeeping(-1);
    return Optional.of(
        new GaussianMoments(mean, variance(), logDeterminant, Optional.of(factor())));
  }

  /** L, (rows, d, d). */
  private Tensor factor() {
    int rows = mean.shape().size(0);
    int d = mean.shape().size(1);
    List<Tensor> withDiagonal = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      double[] unit = new double[d];
      Arrays.fill(unit, k, k + 1, 1);
      Tensor one = mean.graph().constant(Shape.of(1, d), unit);
      Tensor column = k < d - 1 ? columns.get(k).add(one) : one.broadcast(mean.shape());
      withDiagonal.add(column.reshape(rows, d, 1));
    }
    Tensor scale = logVariance.multiply(0.5).exp().reshape(rows, d, 1);
    return mean.graph().concat(2, withDiagonal).multiply(scale);
  }
}
