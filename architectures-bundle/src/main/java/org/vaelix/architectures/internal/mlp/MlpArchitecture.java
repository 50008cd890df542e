package org.vaelix.architectures.internal.mlp;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.architectures.internal.Activation;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.Normaliser;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the architecture {@code mlp}. */
@Component
@PartType("mlp")
@Doc(
    value = "A multilayer perceptron: fully connected layers on the flattened observation.",
    formula =
        "hₖ = a(hₖ₋₁ Wₖ + bₖ), or residual a(N(a(N(hₖ₋₁ Wₖ)) Vₖ) + hₖ₋₁ Pₖ) with normalisation N;"
            + " each head is linear in the last h",
    source =
        "Rumelhart, Hinton and Williams 1986; dropout: Srivastava et al. 2014; residual: He et al."
            + " 2016; z at every layer: Dieng et al. 2019")
public final class MlpArchitecture implements ArchitectureFactory<MlpArchitecture.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "widths of the encoder's hidden layers, each at least 1; the decoder has them in"
                  + " reverse. Empty makes encoder and decoder linear")
          List<Integer> hidden,
      @Doc("what each hidden layer does to its results: " + Activation.NAMES) Activation activation,
      @Doc(Normalisation.NORMALISATION) Normalisation normalisation,
      @Doc(Normalisation.GROUPS) int groups,
      @Doc(Normalisation.MOMENTUM) double momentum,
      @Doc(Normalisation.EPSILON) double epsilon,
      @Doc(
              "probability that training leaves a hidden layer's result out, at least 0 and below 1;"
                  + " those that stay are divided by 1 − dropout")
          double dropout,
      @Doc(
              "whether each hidden layer is a block of two whose result is added to what the block"
                  + " read, projected where widths differ")
          boolean residual,
      @Doc(
              "where z enters the decoder: input; or concatenation, also beside what each further"
                  + " layer and each head reads. Conditions go with it")
          Injection injection,
      @Doc(WeightRule.INITIALISER + "; biases start at 0, or as the likelihood or posterior asks")
          WeightRule initialiser) {
    /** Checks the options. */
    public Config {
      hidden = List.copyOf(hidden);
      hidden.forEach(width -> Check.atLeast("hidden", width, 1));
      hidden.forEach(new Normaliser(normalisation, groups, momentum, epsilon)::check);
      Check.that(
          dropout >= 0 && dropout < 1, "dropout", "must be at least 0 and below 1, got " + dropout);
    }

    DenseLayers layers(Conditions rows) {
      Normaliser normaliser = new Normaliser(normalisation, groups, momentum, epsilon);
      return new DenseLayers(activation, normaliser, dropout, initialiser, rows.weights());
    }
  }

  @Override
  public Config defaults() {
    return new Config(
        List.of(128),
        Activation.RELU,
        Normalisation.NONE,
        8,
        0.1,
        1e-5,
        0,
        false,
        Injection.INPUT,
        WeightRule.FAN_IN_UNIFORM);
  }

  @Override
  public Architecture create(Config config, ModelContext context) {
    return new Mlp(config, context);
  }
}
