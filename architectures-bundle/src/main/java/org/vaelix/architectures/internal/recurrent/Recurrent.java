package org.vaelix.architectures.internal.recurrent;

import java.util.List;
import java.util.Map;
import org.vaelix.architectures.internal.recurrent.RecurrentArchitecture.Config;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.ModelContext;

/** An encoder and a generator of sequences, made for one trace. */
record Recurrent(Config config, Sequence sequence, ModelContext context) implements Architecture {
  @Override
  public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
    ModelContext encoder = context.scope("encoder");
    try (Graph.Scope scope = encoder.open()) {
      return new Encoder(config, sequence, encoder).encode(values, conditions, heads);
    }
  }

  @Override
  public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
    ModelContext decoder = context.scope("decoder");
    try (Graph.Scope scope = decoder.open()) {
      Tensor factors = new Generator(config, sequence, decoder).factors(z, conditions);
      Map<String, Tensor> results =
          new SequenceHeads(decoder, sequence, config.initialiser()).of(factors, heads);
      return Decoding.of(skips.isEmpty() ? results : Hidden.only(skips.get(0), results, sequence));
    }
  }
}
