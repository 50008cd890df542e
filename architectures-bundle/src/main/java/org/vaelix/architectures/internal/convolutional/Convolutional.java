package org.vaelix.architectures.internal.convolutional;

import java.util.List;
import org.vaelix.architectures.internal.convolutional.ConvolutionalArchitecture.Config;
import org.vaelix.architectures.internal.maps.Ends;
import org.vaelix.architectures.internal.maps.Layers;
import org.vaelix.architectures.internal.maps.MapHeads;
import org.vaelix.architectures.internal.maps.Part;
import org.vaelix.architectures.internal.maps.Pooling;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.ModelContext;

/**
 * Convolutions down to z and up again. Conditions are further maps of the encoder's input, each the
 * same all over, and join z at the decoder's.
 */
record Convolutional(Config config, Layers layers, ModelContext context) implements Architecture {
  private Convolutional over(Conditions rows) {
    return new Convolutional(config, layers.over(rows), context);
  }

  @Override
  public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
    return over(conditions).encoding(values, conditions, heads);
  }

  @Override
  public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
    return over(conditions).decoding(conditions.appendTo(z), heads);
  }

  private Encoding encoding(Tensor values, Conditions conditions, List<Head> heads) {
    ModelContext encoder = context.scope("encoder");
    try (Graph.Scope scope = encoder.open()) {
      List<Part> input = Ends.input(layers.grid(), values, conditions);
      for (int level = 0; level < config.channels().size(); level++) {
        ModelContext here = encoder.scope("level" + level);
        Tensor halved = down(here.scope("down"), input, config.channels().get(level));
        input = List.of(Part.of(blocks(here, halved)));
      }
      Tensor features = Functions.flatten(input.get(0).maps().orElseThrow());
      return new Encoding(
          Dense.heads(encoder, features, heads, config.initialiser().weights()), List.of());
    }
  }

  private Tensor down(ModelContext here, List<Part> input, int channels) {
    return switch (config.downsampling()) {
      case STRIDED -> layers.strided(here, input, channels);
      case MAX -> Pooling.MAX.apply(layers.layer(here, input, channels), layers.grid());
      case AVERAGE -> Pooling.AVERAGE.apply(layers.layer(here, input, channels), layers.grid());
    };
  }

  private Tensor blocks(ModelContext here, Tensor input) {
    Tensor maps = input;
    int channels = input.shape().size(1);
    for (int block = 0; block < config.blocks(); block++) {
      ModelContext context = here.scope("block" + block);
      maps =
          config.residual()
              ? layers.residual(context, maps)
              : layers.block(context, List.of(Part.of(maps)), channels);
    }
    return maps;
  }

  private Decoding decoding(Tensor code, List<Head> heads) {
    ModelContext decoder = context.scope("decoder");
    List<Integer> channels = config.channels();
    int levels = channels.size();
    try (Graph.Scope scope = decoder.open()) {
      Tensor maps =
          Ends.coarsest(decoder.scope("coarsest"), layers, code, channels.get(levels - 1), levels);
      for (int level = levels - 1; level >= 0; level--) {
        ModelContext here = decoder.scope("level" + level);
        Tensor refined = blocks(here, maps);
        int finer = channels.get(Math.max(0, level - 1));
        maps = layers.upLayer(here.scope("up"), refined, finer, config.upsampling());
      }
      return Decoding.of(MapHeads.of(decoder, layers, maps, heads));
    }
  }
}
