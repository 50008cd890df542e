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
   * {@return terms whose sum over the last axis is KL(q ‖ p) in nats, (rows, latent size), if this
   * prior knows a closed form for that posterior; else the model estimates it from samples}
   *
   * @param posterior q
   * @param conditions of the rows
   */
  default Optional<Tensor> klFrom(LatentDistribution posterior, Conditions conditions) {
    return Optional.empty();
  }
}
