package org.vaelix.architectures.internal.unet;

import java.util.Optional;
import org.vaelix.architectures.internal.maps.Part;
import org.vaelix.core.graph.Tensor;

/**
 * What the decoder gets from a skip.
 *
 * @param part feature maps; absent without a skip
 * @param kl of the skip's own latent variables in nats, (rows, 1); absent without
 */
record Opening(Optional<Part> part, Optional<Tensor> kl) {
  static Opening of(Part part) {
    return new Opening(Optional.of(part), Optional.empty());
  }
}
