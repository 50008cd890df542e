package org.vaelix.architectures.internal.unet;

import org.vaelix.architectures.internal.maps.Grid;
import org.vaelix.architectures.internal.unet.UnetArchitecture.Config;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/**
 * Feature-wise linear modulation: z says how each map is scaled and shifted (Perez et al. 2018).
 */
final class Film {
  private Film() {}

  /** {@return (1 + A z + a) ⊙ h + S z + s} */
  static Tensor modulated(ModelContext context, Config config, Tensor maps, Tensor code) {
    int channels = maps.shape().size(1);
    Tensor scale = linear(context, "scale", config, code, channels, 0).add(1);
    return maps.multiply(scale).add(shift(context, config, code, channels));
  }

  /** {@return σ(G z + g), (rows, channels, 1, 1); g starts so that gates are open as configured} */
  static Tensor gate(ModelContext context, Config config, Tensor code, int channels) {
    double logit = Math.log(config.gate() / (1 - config.gate()));
    return linear(context, "gate", config, code, channels, logit).sigmoid();
  }

  /** {@return S z + s, (rows, channels, 1, 1)} */
  static Tensor shift(ModelContext context, Config config, Tensor code, int channels) {
    return linear(context, "shift", config, code, channels, 0);
  }

  private static Tensor linear(
      ModelContext context, String name, Config config, Tensor code, int channels, double first) {
    return Grid.perMap(
        Dense.layer(
            context.scope(name),
            code,
            channels,
            config.initialiser().weights(),
            Initialisers.constant(first)));
  }
}
