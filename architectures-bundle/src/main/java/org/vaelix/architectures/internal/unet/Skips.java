package org.vaelix.architectures.internal.unet;

import java.util.Optional;
import org.vaelix.architectures.internal.maps.Layers;
import org.vaelix.architectures.internal.maps.Part;
import org.vaelix.architectures.internal.unet.UnetArchitecture.Config;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;

/**
 * How the decoder gets at the encoder's feature maps F on one level. Without an input F is 0.
 *
 * @param config of the architecture
 * @param layers of the architecture
 * @param context scoped to the decoder's level
 * @param code z and the conditions, (rows, …)
 * @param kept 1 for rows whose skips are open, 0 for those whose F is taken for 0, (rows, 1, 1, 1);
 *     absent if all are open
 */
record Skips(
    Config config, Layers layers, ModelContext context, Tensor code, Optional<Tensor> kept) {
  /**
   * {@return what gets to the decoder}
   *
   * @param level from 0, the finest
   * @param skip F; absent without an input
   * @param like maps of the same size as F
   */
  Opening open(int level, Optional<Tensor> skip, Tensor like) {
    ModelContext here = context.scope("skip");
    try (Graph.Scope scope = here.open()) {
      return switch (config.skip(level)) {
        case NONE -> new Opening(Optional.empty(), Optional.empty());
        case PLAIN -> Opening.of(new Part(config.width(level), skip));
        case DROPPED -> Opening.of(new Part(config.width(level), skip.map(this::left)));
        case FILM -> Opening.of(Part.of(film(here, skip, like)));
        case VARIATIONAL -> new Variational(layers, here, config.skipLatent()).open(skip, like);
      };
    }
  }

  private Tensor film(ModelContext here, Optional<Tensor> skip, Tensor like) {
    int channels = like.shape().size(1);
    Tensor shift = Film.shift(here, config, code, channels);
    return skip.map(f -> f.multiply(left(Film.gate(here, config, code, channels))).add(shift))
        .orElseGet(() -> shift.broadcast(like.shape()));
  }

  /** Not made up for by a factor: the decoder learns what to do without, as when it generates. */
  private Tensor left(Tensor numbers) {
    return kept.map(numbers::multiply).orElse(numbers);
  }
}
