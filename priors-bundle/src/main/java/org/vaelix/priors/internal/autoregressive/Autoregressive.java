package org.vaelix.priors.internal.autoregressive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.GaussianMoments;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.SoftBounds;
import org.vaelix.core.part.Check;
import org.vaelix.priors.internal.Layout;
import org.vaelix.priors.internal.Normal;
import org.vaelix.priors.internal.autoregressive.AutoregressivePrior.Config;

/**
 * Stationary AR(1) processes: z₁ ~ N(0, s²), z_t ~ N(ρ·z_(t−1), s²·(1 − ρ²)).
 *
 * @param steps how many
 * @param rho ρ of each series, (k,)
 * @param scale s
 * @param context of the trace
 */
record Autoregressive(int steps, Tensor rho, double scale, ModelContext context) implements Prior {
  /** Bounds of artanh ρ: a learned |ρ| stays below 0.9999, so that 1 − ρ² keeps its digits. */
  private static final SoftBounds BOUNDS = new SoftBounds(-5, 5);

  static Autoregressive of(Config config, ModelContext context) {
    int d = context.latentSize();
    int steps = config.steps().orElse(d);
    Check.that(d % steps == 0, "steps", "must divide the latent size, " + d + ", got " + steps);
    Shape series = Shape.of(d / steps);
    Tensor rho = context.graph().constant(config.coefficient()).broadcast(series);
    if (config.learned()) {
      double r = config.coefficient();
      double first = BOUNDS.inverse(0.5 * Math.log((1 + r) / (1 - r)));
      Tensor free = context.parameter("coefficient", series, Initialisers.constant(first));
      rho = BOUNDS.apply(free).tanh();
    }
    return new Autoregressive(steps, rho, config.scale(), context);
  }

  /** 1 − ρ². */
  private Tensor innovation() {
    return rho.square().negate().add(1);
  }

  @Override
  public Tensor logDensity(Tensor z, Conditions conditions) {
    Tensor path = Layout.steps(z, steps).divide(scale);
    Tensor first = path.range(-2, 0, 1).square().sum(-2);
    Tensor squares = first;
    if (steps > 1) {
      Tensor change = path.range(-2, 1, steps).subtract(path.range(-2, 0, steps - 1).multiply(rho));
      squares = squares.add(change.square().sum(-2).divide(innovation()));
    }
    return squares.add(logScales()).multiply(-0.5).sumKeeping(-1);
  }

  /** ln of 2π and the variances of all steps of a series, (k,). */
  private Tensor logScales() {
    double constant = steps * (Normal.LOG_TWO_PI + 2 * Math.log(scale));
    return innovation().log().multiply(steps - 1).add(constant);
  }

  @Override
  public Tensor sample(Conditions conditions) {
    int rows = conditions.rows();
    Shape shape = Shape.of(rows, context.latentSize());
    Tensor noise = Layout.steps(context.normal("noise", shape), steps);
    List<Tensor> path = new ArrayList<>(List.of(noise.range(1, 0, 1)));
    for (int t = 1; t < steps; t++) {
      Tensor fresh = noise.range(1, t, t + 1).multiply(innovation().sqrt());
      path.add(path.get(t - 1).multiply(rho).add(fresh));
    }
    return context.graph().concat(1, path).reshape(shape).multiply(scale);
  }

  @Override
  public Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    return posterior.gaussian().map(q -> q.divergence(crossEntropy(q)));
  }

  /**
   * E[−ln p(z)]: −ln p at the mean, and of the squares what the covariance adds to them: E (z_t −
   * ρz_(t−1))² exceeds (μ_t − ρμ_(t−1))² by Σ_tt + ρ²·Σ_(t−1,t−1) − 2ρ·Σ_(t,t−1).
   */
  private Tensor crossEntropy(GaussianMoments q) {
    Tensor atMean = logDensity(q.mean(), Conditions.none(q.mean().shape().size(0))).negate();
    Tensor variance = Layout.steps(q.variance(), steps).divide(scale * scale);
    Tensor added = variance.range(1, 0, 1).sum(1);
    if (steps > 1) {
      Tensor later = variance.range(1, 1, steps);
      Tensor change = later.add(variance.range(1, 0, steps - 1).multiply(rho.square()));
      int series = rho.shape().size(0);
      Tensor shared =
          q.covariance(series)
              .map(c -> change.subtract(twice(Layout.steps(c, steps - 1))))
              .orElse(change);
      added = added.add(shared.sum(1).divide(innovation()));
    }
    return added.multiply(0.5).sumKeeping(-1).add(atMean);
  }

  /** 2ρ·Σ_(t,t−1) in units of s². */
  private Tensor twice(Tensor covariance) {
    return covariance.multiply(rho).multiply(2 / (scale * scale));
  }
}
