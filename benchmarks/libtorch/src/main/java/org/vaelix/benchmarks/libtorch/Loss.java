package org.vaelix.benchmarks.libtorch;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy_with_logits;
import static org.bytedeco.pytorch.global.torch.poisson_nll_loss;
import static org.bytedeco.pytorch.global.torch.randn_like;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.vaelix.benchmarks.workload.Likelihood;

/** The negative evidence lower bound: mean over rows, sum over features, one draw of z. */
final class Loss {
  /** {@code at::Reduction::Sum}. */
  private static final long SUM = 2;

  private final Network network;
  private final Likelihood likelihood;
  private final Scalar half = new Scalar(0.5f);
  private final Scalar minusHalf = new Scalar(-0.5f);
  private final Scalar one = new Scalar(1f);
  private final Scalar batch;

  Loss(Network network, Likelihood likelihood, int batch) {
    this.network = network;
    this.likelihood = likelihood;
    this.batch = new Scalar((float) batch);
  }

  Tensor of(Tensor rows) {
    Tensor features = network.encode(rows);
    Tensor mean = network.mean(features);
    Tensor logVariance = network.logVariance(features);
    Tensor deviation = logVariance.mul(half).exp();
    Tensor z = randn_like(deviation).mul(deviation).add(mean);
    Tensor reconstruction = negativeLogLikelihood(network.decode(z), rows);
    Tensor kl = logVariance.add(one).sub(mean.square()).sub(logVariance.exp()).sum().mul(minusHalf);
    return reconstruction.add(kl).div(batch);
  }

  private Tensor negativeLogLikelihood(Tensor output, Tensor rows) {
    return switch (likelihood) {
      case BERNOULLI ->
          binary_cross_entropy_with_logits(
              output, rows, new TensorOptional(), new TensorOptional(), SUM);
      case POISSON -> poisson_nll_loss(output, rows, true, false, 0, SUM);
      case NEGATIVE_BINOMIAL -> negativeBinomial(output, rows);
    };
  }

  /**
   * −Σ ln Γ(x+θ)/Γ(θ) + θ·ln(θ/(θ+μ)) + x·ln(μ/(θ+μ)) with ln θ a parameter of each feature, as in
   * scVI (Lopez et al. 2018).
   */
  private Tensor negativeBinomial(Tensor logMean, Tensor rows) {
    Tensor logTheta = network.logDispersion();
    Tensor theta = logTheta.exp();
    Tensor logTotal = logMean.exp().add(theta).log();
    Tensor gammas = rows.add(theta).lgamma().sub(theta.lgamma());
    Tensor powers = logTheta.sub(logTotal).mul(theta).add(logMean.sub(logTotal).mul(rows));
    return gammas.add(powers).sum().neg();
  }
}
