package org.vaelix.architectures.internal.mlp;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the architecture {@code mlp}. */
@Component
@PartType("mlp")
@Doc(
    value = "A multilayer perceptron: fully connected layers on the flattened observation.",
    formula = "hₖ = a(hₖ₋₁ Wₖ + bₖ); each head is linear in the last h",
    source = "Rumelhart, Hinton and Williams 1986")
public final class MlpArchitecture implements ArchitectureFactory<MlpArchitecture.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "widths of the encoder's hidden layers, each at least 1; the decoder has them in"
                  + " reverse. Empty makes encoder and decoder linear")
          List<Integer> hidden,
      @Doc("what each hidden layer does to its results: " + Activation.NAMES) Activation activation,
      @Doc(WeightRule.INITIALISER + "; biases start at 0, or as the likelihood or posterior asks")
          WeightRule initialiser) {
    /** Checks the options. */
    public Config {
      hidden = List.copyOf(hidden);
      hidden.forEach(width -> Check.atLeast("hidden", width, 1));
    }
  }

  @Override
  public Config defaults() {
    return new Config(List.of(128), Activation.RELU, WeightRule.FAN_IN_UNIFORM);
  }

  @Override
  public Architecture create(Config config, ModelContext context) {
    return new Mlp(config, context);
  }
}
