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
import org.vaelix.core.model.ModelContext;

/**
 * Fully connected layers in both directions. Conditions join the values, or z, at the input, and z
 * wherever it is injected.
 */
record Mlp(Config config, ModelContext context) implements Architecture {
  @Override
  public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
    ModelContext encoder = context.scope("encoder");
    try (Graph.Scope scope = encoder.open()) {
      Tensor features = conditions.appendTo(Functions.flatten(values));
      for (int i = 0; i < config.hidden().size(); i++) {
        features = hidden(encoder, i, features, features, config.hidden().get(i), conditions);
      }
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
      Tensor code = conditions.appendTo(z);
      Tensor features = code;
      for (int i = 0; i < widths.size(); i++) {
        Tensor read = injected(features, code);
        features = hidden(decoder, i, read, features, widths.get(i), conditions);
      }
      Tensor read = injected(features, code);
      return Decoding.of(Dense.heads(decoder, read, heads, config.initialiser().weights()));
    }
  }

  private Tensor hidden(
      ModelContext network, int i, Tensor read, Tensor features, int width, Conditions rows) {
    DenseLayers layers = config.layers(rows);
    return config.residual()
        ? layers.block(network.scope("block" + i), read, features, width)
        : layers.layer(network.scope("dense" + i), read, width);
  }

  /** What a layer reads: the first one z itself, which is not put beside itself. */
  private Tensor injected(Tensor features, Tensor code) {
    boolean everywhere = config.injection() == Injection.CONCATENATION;
    return everywhere && features != code
        ? code.graph().concat(1, List.of(features, code))
        : features;
  }
}
