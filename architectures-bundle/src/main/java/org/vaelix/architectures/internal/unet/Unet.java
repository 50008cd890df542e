package org.vaelix.architectures.internal.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaelix.architectures.internal.maps.Ends;
import org.vaelix.architectures.internal.maps.Grid;
import org.vaelix.architectures.internal.maps.Layers;
import org.vaelix.architectures.internal.maps.MapHeads;
import org.vaelix.architectures.internal.maps.Part;
import org.vaelix.architectures.internal.unet.UnetArchitecture.Config;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
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
record Unet(Config config, Layers layers, ModelContext context) implements Architecture {
  private Unet over(Conditions rows) {
    return new Unet(config, layers.over(rows), context);
  }

  @Override
  public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
    return over(conditions).encoding(values, conditions, heads);
  }

  @Override
  public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
    return over(conditions).decoding(conditions.appendTo(z), skips, heads);
  }

  private Encoding encoding(Tensor values, Conditions conditions, List<Head> heads) {
    ModelContext encoder = context.scope("encoder");
    try (Graph.Scope scope = encoder.open()) {
      List<Tensor> skips = new ArrayList<>();
      List<Part> input = Ends.input(layers.grid(), values, conditions);
      for (int level = 0; level < config.levels(); level++) {
        Tensor maps = layers.block(encoder.scope("level" + level), input, config.width(level));
        skips.add(maps);
        input = List.of(Part.of(config.pooling().apply(maps, layers.grid())));
      }
      Tensor deepest =
          layers.block(encoder.scope("bottleneck"), input, config.width(config.levels()));
      return new Encoding(
          Dense.heads(encoder, Functions.flatten(deepest), heads, config.initialiser().weights()),
          config.isWithoutSkips() ? List.of() : skips);
    }
  }

  private Decoding decoding(Tensor code, List<Tensor> skips, List<Head> heads) {
    ModelContext decoder = context.scope("decoder");
    try (Graph.Scope scope = decoder.open()) {
      List<Tensor> divergences = new ArrayList<>();
      int levels = config.levels();
      ModelContext bottleneck = decoder.scope("bottleneck");
      Tensor maps = Ends.coarsest(bottleneck, layers, code, config.width(levels), levels);
      Optional<Tensor> kept = skips.isEmpty() ? Optional.empty() : kept(decoder, code);
      for (int level = levels - 1; level >= 0; level--) {
        ModelContext here = decoder.scope("level" + level);
        Optional<Tensor> skip = skips.isEmpty() ? Optional.empty() : Optional.of(skips.get(level));
        Tensor up = layers.up(here.scope("up"), maps, config.width(level), config.upsampling());
        Opening opening = new Skips(config, layers, here, code, kept).open(level, skip, up);
        opening.kl().ifPresent(divergences::add);
        maps = layers.block(here, joined(here, up, code, opening), config.width(level));
      }
      return new Decoding(MapHeads.of(decoder, layers, maps, heads), total(divergences));
    }
  }

  /** One draw for all levels of a row: a single open one would do to copy the input. */
  private Optional<Tensor> kept(ModelContext decoder, Tensor code) {
    if (!context.isTraining() || config.dropProbability() == 0 || !config.drops()) {
      return Optional.empty();
    }
    Shape shape = Shape.of(code.shape().size(0), 1, 1, 1);
    Tensor chance = decoder.scope("skips").uniform("noise", shape);
    return Optional.of(context.graph().constant(config.dropProbability()).lessOrEqual(chance));
  }

  private List<Part> joined(ModelContext here, Tensor up, Tensor code, Opening opening) {
    ModelContext injection = here.scope("injection");
    List<Part> joined = new ArrayList<>();
    switch (config.injection()) {
      case BOTTLENECK -> joined.add(Part.of(up));
      case FILM -> joined.add(Part.of(Film.modulated(injection, config, up, code)));
      case CONCATENATION -> joined.addAll(List.of(Part.of(up), Part.of(Grid.spread(code, up))));
    }
    opening.part().ifPresent(joined::add);
    return joined;
  }

  private static Optional<Tensor> total(List<Tensor> divergences) {
    return divergences.isEmpty()
        ? Optional.empty()
        : Optional.of(divergences.get(0).graph().concat(1, divergences));
  }
}
