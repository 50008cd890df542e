package org.vaelix.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.LinearGaussianFormulas.Exact;

/**
 * A model whose every quantity is known, to try objectives on: z ~ N(0, I) of two dimensions, x ~
 * N(z·W, σ² I) of three, q(z | x) = N(μ, diag s²) with inputs for μ, ln s, W and x. The rows of W
 * are orthogonal, so that the true posterior is among the q.
 */
public final class LinearGaussian implements Inference {
  /** Rows of a batch. */
  public static final int ROWS = 4;

  /** Latent dimensions. */
  public static final int LATENT = 2;

  /** The shape of one row. */
  public static final Shape EVENT = Shape.of(3);

  /** The inputs that a loss can be differentiated with respect to, the encoder's first. */
  public static final List<String> INPUTS = List.of("q/mean", "q/logSigma", "loading");

  static final double SIGMA = 0.7;
  static final double[] LOADING = {0.8, -0.4, 1.1, 0.9, 1.8, 0};
  static final double[] VALUES = {0.5, -1, 2, 1.5, 0.3, -0.7, -0.2, 0.9, 0.4, -1.3, 0.6, 1.1};

  private final Batch batch;
  private final LatentDistribution posterior;
  private final Prior prior;
  private final Tensor loading;
  private final boolean isClosedForm;

  private LinearGaussian(PartHarness harness, double[] weights, Exact q, boolean isClosedForm) {
    Shape latent = Shape.of(ROWS, LATENT);
    Tensor values = harness.given("values", EVENT.prepend(ROWS), VALUES);
    Tensor counts = harness.given("weights", Shape.of(ROWS), weights);
    this.batch = new Batch(values, counts, Optional.empty(), Conditions.none(ROWS));
    this.posterior =
        new FactorisedGaussian(
            harness.given("q/mean", latent, q.mean()),
            harness.given("q/logSigma", latent, q.logSigma()));
    this.prior = new StandardNormal(harness.context());
    this.loading = harness.given("loading", Shape.of(LATENT, EVENT.size(0)), LOADING);
    this.isClosedForm = isClosedForm;
  }

  /**
   * {@return the model with a posterior that is off the true one}
   *
   * @param harness to make inputs with
   * @param isClosedForm whether the KL is exact, or estimated from draws
   * @param weights of the four rows
   */
  public static LinearGaussian of(PartHarness harness, boolean isClosedForm, double... weights) {
    return new LinearGaussian(harness, weights, LinearGaussianFormulas.off(), isClosedForm);
  }

  /**
   * {@return the model with the true posterior, from which every draw has the same weight}
   *
   * @param harness to make inputs with
   */
  public static LinearGaussian exact(PartHarness harness) {
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    return new LinearGaussian(harness, weights, LinearGaussianFormulas.truth(), false);
  }

  /**
   * {@return a harness for the model}
   *
   * @param training whether the trace is for training
   */
  public static PartHarness harness(boolean training) {
    return PartHarness.of(EVENT, LinearGaussianFormulas.moments(), training);
  }

  /** {@return ln p(x) of each row} */
  public static double[] logEvidence() {
    return LinearGaussianFormulas.logEvidence();
  }

  /** {@return the ELBO of each row, of the posterior that is off} */
  public static double[] elbo() {
    return LinearGaussianFormulas.elbo();
  }

  /** {@return KL(q ‖ p) of each row, of the posterior that is off} */
  public static double[] kl() {
    return LinearGaussianFormulas.kl();
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public LatentDistribution posterior() {
    return posterior;
  }

  @Override
  public Prior prior() {
    return prior;
  }

  @Override
  public Reconstruction decode(Tensor z) {
    int samples = z.shape().size(0);
    Tensor mean = z.reshape(samples * ROWS, LATENT).matmul(loading);
    Tensor offset = Functions.repeatRows(batch.values(), samples).subtract(mean).divide(SIGMA);
    Tensor perValue =
        offset.square().multiply(-0.5).subtract(Math.log(SIGMA) + StandardNormal.HALF_LOG_TWO_PI);
    Tensor perRow = perValue.sum(1).reshape(samples, ROWS);
    return new Reconstruction(perRow, new Unused(mean), Optional.empty());
  }

  @Override
  public Tensor kl(Tensor z) {
    if (isClosedForm) {
      return prior.klFrom(posterior, batch.conditions()).orElseThrow();
    }
    Tensor logPrior = prior.logDensity(z, batch.conditions());
    return posterior.logDensity(z).subtract(logPrior).mean(0);
  }

  /** Objectives look at the density of the rows alone. */
  private record Unused(Tensor mean) implements ConditionalDistribution {
    @Override
    public Tensor logDensity(Tensor values) {
      throw new UnsupportedOperationException("the reconstruction has the density of the rows");
    }

    @Override
    public Tensor variance() {
      return mean.graph().constant(SIGMA * SIGMA);
    }

    @Override
    public Map<String, Tensor> parameters() {
      return Map.of("mean", mean);
    }
  }
}
