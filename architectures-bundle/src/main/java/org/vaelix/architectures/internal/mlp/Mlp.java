package org.vaelix.architectures.internal.mlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vaelix.architectures.internal.mlp.MlpArchitecture.Config;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/** Fully connected layers in both directions. Conditions join the values, or z, at the input. */
record Mlp(Config config, ModelContext context) implements Architecture {
  @Override
  public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
    ModelContext encoder = context.scope("encoder");
    try (Graph.Scope scope = encoder.open()) {
      Tensor input = conditions.appendTo(Functions.flatten(values));
      Tensor features = hidden(encoder, input, config.hidden());
      return new Encoding(
          Dense.heads(encoder, features, heads, config.initialiser().weights()), List.of());
    }
  }

  @Override
  public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
    ModelContext decoder = context.scope("decoder");
    List<Integer> widths = new ArrayList<>(config.hidden());
    Collections.reverse(widths);
    try (Graph.Scope scope = decoder.open()) {
      Tensor features = hidden(decoder, conditions.appendTo(z), widths);
      return Decoding.of(Dense.heads(decoder, features, heads, config.initialiser().weights()));
    }
  }

  private Tensor hidden(ModelContext network, Tensor input, List<Integer> widths) {
    Tensor features = input;
    for (int i = 0; i < widths.size(); i++) {
      Tensor sum =
          Dense.layer(
              network.scope("dense" + i),
              features,
              widths.get(i),
              config.initialiser().weights(),
              Initialisers.zeros());
      features = config.activation().apply(sum);
    }
    return features;
  }
}
