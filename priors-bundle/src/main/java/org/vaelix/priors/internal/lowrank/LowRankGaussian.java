package org.vaelix.priors.internal.lowrank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.priors.internal.Layout;
import org.vaelix.priors.internal.Normal;

/**
 * N(μ, S·(I + W·Wᵀ)·S) for each row, S = diag σ. The columns of W are taken one after another
 * (Sherman and Morrison 1950): with R = I + w₁w₁ᵀ + … so far and u = R⁻¹w, α = 1 + wᵀu, the inverse
 * of R + wwᵀ is R⁻¹ − uuᵀ/α and its determinant is α·det R. The sum over columns is the identity of
 * Woodbury 1950. Cost: d·k products for a density, once for all draws d·k² more.
 *
 * @param mean μ, (rows, d)
 * @param logVariance ln σ², (rows, d)
 * @param directions W, (rows, d, k)
 * @param whitening the columns u/√α, so that (I + W·Wᵀ)⁻¹ = I − Q·Qᵀ, (rows, d, k)
 * @param logGrowth ln det(I + W·Wᵀ), (rows, 1)
 * @param context of the trace
 */
record LowRankGaussian(
    Tensor mean,
    Tensor logVariance,
    Tensor directions,
    Tensor whitening,
    Tensor logGrowth,
    ModelContext context)
    implements LatentDistribution {

  static LowRankGaussian of(Tensor mean, Tensor logVariance, Tensor w, ModelContext context) {
    Graph graph = mean.graph();
    List<Tensor> columns = new ArrayList<>();
    Tensor logGrowth = graph.constant(0);
    Tensor solved = w;
    for (int k = 0; k < w.shape().size(2); k++) {
      Tensor u = solved.range(2, k, k + 1);
      Tensor products = u.matmul(w, true, false);
      Tensor alpha = products.range(2, k, k + 1).add(1);
      columns.add(u.divide(alpha.sqrt()));
      logGrowth = logGrowth.add(alpha.log());
      solved = solved.subtract(u.matmul(products.divide(alpha)));
    }
    Tensor whitening = graph.concat(2, columns);
    return new LowRankGaussian(mean, logVariance, w, whitening, logGrowth.sum(2), context);
  }

  @Override
  public Tensor variance() {
    return directions.square().sum(-1).add(1).multiply(logVariance.exp());
  }

  @Override
  public Tensor sample(int samples) {
    int rows = mean.shape().size(0);
    Shape shape = mean.shape().prepend(samples);
    Tensor own = context.normal("noise", shape);
    Shape alongShape = Shape.of(samples, rows, 1, directions.shape().size(2));
    Tensor along = context.normal("direction", alongShape).matmul(directions, false, true);
    return Normal.draw(own.add(along.reshape(shape)), mean, logVariance);
  }

  @Override
  public Tensor logDensity(Tensor z) {
    Tensor e = z.subtract(mean).multiply(logVariance.multiply(-0.5).exp());
    Tensor along = Layout.row(e).matmul(whitening);
    Tensor shrunk = along.square().sum(-1);
    Tensor terms = e.square().add(logVariance).add(Normal.LOG_TWO_PI).sumKeeping(-1);
    return terms.subtract(shrunk).add(logGrowth).multiply(-0.5);
  }

  @Override
  public Optional<GaussianMoments> gaussian() {
    Tensor logDeterminant = logVariance.sumKeeping(-1).add(logGrowth);
    return Optional.of(
        new GaussianMoments(mean, variance(), logDeterminant, Optional.of(factor())));
  }

  /** S·(I W), (rows, d, d + k). */
  private Tensor factor() {
    int rows = mean.shape().size(0);
    int d = mean.shape().size(1);
    double[] unit = new double[d * d];
    for (int i = 0; i < d; i++) {
      unit[i * d + i] = 1;
    }
    Tensor identity =
        mean.graph().constant(Shape.of(1, d, d), unit).broadcast(Shape.of(rows, d, d));
    Tensor scale = logVariance.multiply(0.5).exp().reshape(rows, d, 1);
    return mean.graph().concat(2, List.of(identity, directions)).multiply(scale);
  }
}
