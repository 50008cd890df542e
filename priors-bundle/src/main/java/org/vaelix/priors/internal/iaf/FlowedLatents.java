package org.vaelix.priors.internal.iaf;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.priors.internal.Normal;

/**
 * What autoregressive steps make of N(μ, diag σ²). A draw is made in one pass, and its density is
 * known with it; the density of any other value needs the inverse, a pass for each dimension of
 * each step.
 */
final class FlowedLatents implements LatentDistribution {
  /** Beyond this, the passes of an inverse make a graph that no one wants to wait for. */
  private static final int LARGEST_INVERSE = 64;

  private final Tensor mean;
  private final Tensor logVariance;
  private final List<AutoregressiveStep> steps;
  private final int momentDraws;
  private final ModelContext context;

  /**
   * The densities of what this distribution has drawn, by the very tensor it gave away: a draw
   * whose gradient was stopped is another tensor, and rightly has a density of its own.
   */
  private final Map<Tensor, Tensor> drawn = new IdentityHashMap<>();

  private Tensor momentSample;

  /**
   * Creates the distribution.
   *
   * @param mean μ, (rows, d)
   * @param logVariance ln σ², (rows, d)
   * @param steps in the order of draws
   * @param momentDraws how many draws mean and variance are estimated from
   * @param context of the trace
   */
  FlowedLatents(
      Tensor mean,
      Tensor logVariance,
      List<AutoregressiveStep> steps,
      int momentDraws,
      ModelContext context) {
    this.mean = mean;
    this.logVariance = logVariance;
    this.steps = steps;
    this.momentDraws = momentDraws;
    this.context = context;
  }

  @Override
  public Tensor mean() {
    return momentSample().mean(0);
  }

  @Override
  public Tensor variance() {
    Tensor squares = momentSample().subtract(mean()).square();
    return squares.sum(0).divide(momentDraws - 1);
  }

  private Tensor momentSample() {
    if (momentSample == null) {
      momentSample = sample(momentDraws);
    }
    return momentSample;
  }

  @Override
  public Tensor sample(int samples) {
    Tensor noise = context.normal("noise", mean.shape().prepend(samples));
    Tensor z = Normal.draw(noise, mean, logVariance);
    Tensor logDensity = noise.square().add(logVariance).add(Normal.LOG_TWO_PI).multiply(-0.5);
    for (AutoregressiveStep step : steps) {
      AutoregressiveStep.Move move = step.move(z);
      z = move.forward(z);
      logDensity = logDensity.subtract(move.logGate());
    }
    drawn.put(z, logDensity.sumKeeping(-1));
    return z;
  }

  @Override
  public Tensor logDensity(Tensor z) {
    Tensor known = drawn.get(z);
    return known != null ? known : inverseLogDensity(z);
  }

  private Tensor inverseLogDensity(Tensor z) {
    int d = mean.shape().size(1);
    if (d > LARGEST_INVERSE) {
      throw new ModelException(
          String.format(
              "posterior 'inverse-autoregressive-flow' gives the density of values that it has not"
                  + " drawn for at most %d dimensions, and the latent size is %d; use another posterior"
                  + " or a smaller latent size",
              LARGEST_INVERSE, d));
    }
    Tensor y = z;
    Tensor logGates = context.graph().constant(0);
    for (int s = steps.size() - 1; s >= 0; s--) {
      Inverse inverse = invert(steps.get(s), y);
      y = inverse.value;
      logGates = logGates.add(inverse.logGate);
    }
    return Normal.logDensity(y, mean, logVariance).subtract(logGates).sumKeeping(-1);
  }

  private record Inverse(Tensor value, Tensor logGate) {}

  /**
   * One dimension after another: what moves it depends on those that are found already. The last
   * pass has the gates of all.
   */
  private Inverse invert(AutoregressiveStep step, Tensor z) {
    Graph graph = context.graph();
    int d = mean.shape().size(1);
    Tensor found = graph.constant(0).broadcast(z.shape());
    AutoregressiveStep.Move move = null;
    for (int place = 0; place < d; place++) {
      move = step.move(found);
      double[] chosen = new double[d];
      chosen[AutoregressiveStep.position(place, d, step.reversed())] = 1;
      Tensor only = graph.constant(Shape.of(d), chosen);
      found = only.select(move.inverse(z), found);
    }
    return new Inverse(found, move.logGate());
  }
}
