package org.vaelix.core.model;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;

/** q(z | x) for a batch of rows: a posterior family with its parameters filled in by an encoder. */
public interface LatentDistribution {
  /** {@return the mean, (rows, latent size); estimated from draws where no formula gives it} */
  Tensor mean();

  /** {@return the variance of each dimension, (rows, latent size); likewise} */
  Tensor variance();

  /**
   * {@return draws as differentiable functions of the parameters, (samples, rows, latent size)}
   *
   * @param samples how many draws for each row
   */
  Tensor sample(int samples);

  /**
   * {@return terms whose sum over the last axis is ln q(z | x) in nats; of z's shape if the family
   * factorises, else with a last axis of 1}
   *
   * @param z (…, rows, latent size); any values, whether drawn from this distribution or not
   */
  Tensor logDensity(Tensor z);

  /** {@return its moments if it is Gaussian, from which priors compute a KL in closed form} */
  default Optional<GaussianMoments> gaussian() {
    return Optional.empty();
  }
}
