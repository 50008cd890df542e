package {{package}};

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** One hidden layer in each direction. */
@Component
@PartType("{{name}}")
@Doc(
    value = "One hidden layer of tanh units in each direction.",
    formula = "h = tanh(x W + b); each head is linear in h",
    source = "Rumelhart, Hinton and Williams 1986")
public final class {{class}} implements ArchitectureFactory<{{class}}.Config> {
  /** Its options. */
  public record Config(@Doc("number of hidden units, at least 1") int width) {
    /** Checks the options. */
    public Config {
      Check.atLeast("width", width, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(64);
  }

  @Override
  public Architecture create(Config config, ModelContext context) {
    return new Network(config.width(), context);
  }

  private record Network(int width, ModelContext context) implements Architecture {
    @Override
    public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
      ModelContext encoder = context.scope("encoder");
      try (Graph.Scope scope = encoder.open()) {
        Tensor hidden = hidden(encoder, conditions.appendTo(Functions.flatten(values)));
        return new Encoding(Dense.heads(encoder, hidden, heads), List.of());
      }
    }

    @Override
    public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
      ModelContext decoder = context.scope("decoder");
      try (Graph.Scope scope = decoder.open()) {
        Tensor hidden = hidden(decoder, conditions.appendTo(z));
        return Decoding.of(Dense.heads(decoder, hidden, heads));
      }
    }

    /** (rows, width), with variables {@code hidden/weight} and {@code hidden/bias}. */
    private Tensor hidden(ModelContext network, Tensor x) {
      return Dense.layer(
              network.scope("hidden"), x, width, Initialisers.glorotUniform(), Initialisers.zeros())
          .tanh();
    }
  }
}
