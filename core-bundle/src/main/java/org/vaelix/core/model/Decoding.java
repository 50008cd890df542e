package org.vaelix.core.model;

import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Tensor;

/**
 * What a decoder gives.
 *
 * @param heads (rows, the head's shape…) each, by name
 * @param kl KL in nats of latent variables that the architecture adds itself (variational skips),
 *     (rows, k), summed over the last axis; absent without
 */
public record Decoding(Map<String, Tensor> heads, Optional<Tensor> kl) {
  /**
   * {@return what a decoder without latent variables of its own gives}
   *
   * @param heads (rows, the head's shape…) each, by name
   */
  public static Decoding of(Map<String, Tensor> heads) {
    return new Decoding(heads, Optional.empty());
  }
}
