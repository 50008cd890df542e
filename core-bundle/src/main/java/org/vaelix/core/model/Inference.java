package org.vaelix.core.model;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;

/**
 * A variational model applied to a batch: what objectives are written with. Implemented by model
 * kinds, called by objectives.
 */
public interface Inference {
  /** {@return the rows} */
  Batch batch();

  /** {@return q(z | x)} */
  LatentDistribution posterior();

  /** {@return p(z)} */
  Prior prior();

  /**
   * {@return p(x | z) for draws of z}
   *
   * @param z (samples, rows, latent size)
   */
  Reconstruction decode(Tensor z);

  /**
   * {@return terms whose sum over the last axis is KL(q(z | x) ‖ p(z)) in nats, (rows, latent size
   * or 1): in closed form where prior and posterior know one, else estimated from the draws}
   *
   * @param z (samples, rows, latent size)
   */
  Tensor kl(Tensor z);

  /**
   * p(x | z) for draws of z.
   *
   * @param logDensity ln p(x | z) of the whole row in nats, (samples, rows)
   * @param distribution of the values, whose rows are samples × rows, sample by sample
   * @param kl of latent variables inside the decoder, (samples × rows, k); absent without
   */
  record Reconstruction(
      Tensor logDensity, ConditionalDistribution distribution, Optional<Tensor> kl) {}
}
