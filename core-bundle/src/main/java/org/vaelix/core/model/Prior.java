package org.vaelix.core.model;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.PartKind;

/**
 * The distribution p(z) of the latent variables before any data, perhaps given conditions.
 * Implemented by prior bundles, called by variational models; its contract is {@code PriorContract}
 * in the testkit.
 */
@PartKind("prior")
public interface Prior {
  /**
   * {@return terms whose sum over the last axis is ln p(z) in nats; of z's shape if the prior
   * factorises, else with a last axis of 1}
   *
   * @param z (…, rows, latent size)
   * @param conditions of the rows
   */
  Tensor logDensity(Tensor z, Conditions conditions);

  /**
   * {@return one draw for each row, (rows, latent size)}
   *
   * @param conditions of the rows
   */
  Tensor sample(Conditions conditions);

  /**
   * {@return terms whose sum over the last axis is KL(q ‖ p) in nats, (rows, latent size) if both
   * factorise and (rows, 1) if not, where this prior knows a closed form for that posterior; else
   * the model estimates it from samples} {@link GaussianMoments#divergence} makes it of a
   * cross-entropy.
   *
   * @param posterior q
   * @param conditions of the rows
   */
  default Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    return Optional.empty();
  }

  /**
   * {@return this prior as it is in a model with that encoder} A model calls it once, before
   * anything else; a prior that is not made of posteriors stays as it is.
   *
   * @param recognition the model's q(z | x)
   */
  default Prior with(Recognition recognition) {
    return this;
  }
}
