package org.example.thirdparty;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** A decoder in which latent variables do not interact: what one of them does can be drawn. */
@Component
@PartType("additive")
@Doc(
    value = "A decoder that adds up what each latent variable contributes; it has no encoder.",
    formula = "head = b + Σₖ Uₖ tanh(zₖ wₖ + cₖ), with conditions beside each zₖ",
    source = "Lachapelle et al. 2023, definition 1, with one latent variable a block")
public final class AdditiveDecoder implements ArchitectureFactory<AdditiveDecoder.Config> {
  /** Its options. */
  public record Config(@Doc("hidden units for each latent variable, at least 1") int width) {
    /** Checks the options. */
    public Config {
      Check.atLeast("width", width, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(16);
  }

  @Override
  public Architecture create(Config config, ModelContext context) {
    return new Sum(config.width(), context);
  }

  private record Sum(int width, ModelContext context) implements Architecture {
    @Override
    public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
      ModelContext decoder = context.scope("decoder");
      try (Graph.Scope scope = decoder.open()) {
        List<Tensor> hidden = new ArrayList<>();
        for (int k = 0; k < z.shape().size(1); k++) {
          Tensor one = conditions.appendTo(z.range(1, k, k + 1));
          hidden.add(hidden(decoder.scope("latent" + k), one));
        }
        // A head that is linear in all hidden units is a sum over latent variables.
        return Decoding.of(Dense.heads(decoder, z.graph().concat(1, hidden), heads));
      }
    }

    /** (rows, width), with variables {@code weight} and {@code bias} in the scope given. */
    private Tensor hidden(ModelContext layer, Tensor x) {
      return Dense.layer(layer, x, width, Initialisers.glorotUniform(), Initialisers.zeros())
          .tanh();
    }
  }
}
