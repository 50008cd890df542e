package org.vaelix.architectures.internal.maps;

import java.util.Optional;
import org.vaelix.core.graph.Tensor;

/**
 * One of the feature maps that a convolution reads side by side.
 *
 * @param channels how many there are
 * @param maps (rows, channels, height, width); absent if they are all 0
 */
public record Part(int channels, Optional<Tensor> maps) {
  /**
   * {@return feature maps that are there}
   *
   * @param maps (rows, channels, height, width)
   */
  public static Part of(Tensor maps) {
    return new Part(maps.shape().size(1), Optional.of(maps));
  }
}
