package org.vaelix.core.model;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;

/**
 * What a closed-form KL needs to know of a Gaussian N(μ, Σ) of d dimensions.
 *
 * @param mean μ, (rows, d)
 * @param variance the diagonal of Σ, (rows, d)
 * @param logDeterminant terms whose sum over the last axis is ln det Σ: (rows, d) if Σ is diagonal,
 *     else (rows, 1)
 * @param factor A with Σ = A·Aᵀ, (rows, d, k); absent if Σ is diagonal
 */
public record GaussianMoments(
    Tensor mean, Tensor variance, Tensor logDeterminant, Optional<Tensor> factor) {
  private static final double LOG_TWO_PI_E = Math.log(2 * Math.PI) + 1;

  /**
   * Creates the moments of independent dimensions.
   *
   * @param mean μ, (rows, d)
   * @param variance the diagonal of Σ, (rows, d)
   * @param logVariance its logarithm, (rows, d)
   */
  public GaussianMoments(Tensor mean, Tensor variance, Tensor logVariance) {
    this(mean, variance, logVariance, Optional.empty());
  }

  /**
   * {@return the covariance of each dimension with the one {@code lag} before it, (rows, d − lag);
   * absent if Σ is diagonal, where it is 0}
   *
   * @param lag from 1 to d − 1
   */
  public Optional<Tensor> covariance(int lag) {
    return factor.map(a -> a.range(1, lag, size()).multiply(a.range(1, 0, size() - lag)).sum(-1));
  }

  /**
   * {@return terms whose sum over the last axis is KL(N(μ, Σ) ‖ p) = E[−ln p(z)] − ½ ln det 2πeΣ in
   * nats, (rows, d) if both factorise, else (rows, 1)}
   *
   * @param crossEntropy terms whose sum over the last axis is E[−ln p(z)] for z ~ N(μ, Σ), in nats,
   *     (rows, d) if p factorises, else (rows, 1)
   */
  public Tensor divergence(Tensor crossEntropy) {
    int terms = logDeterminant.shape().size(-1);
    double constant = LOG_TWO_PI_E * size() / terms;
    Tensor entropy = logDeterminant.add(constant).multiply(0.5);
    return crossEntropy.shape().size(-1) == terms
        ? crossEntropy.subtract(entropy)
        : crossEntropy.sumKeeping(-1).subtract(entropy.sumKeeping(-1));
  }

  private int size() {
    return mean.shape().size(-1);
  }
}
