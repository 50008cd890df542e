package org.vaelix.likelihoods.internal.mixed;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the likelihood {@code mixed}. */
@Component
@PartType("mixed")
@Doc(
    value = "Columns of different kinds in one data set, each with the likelihood that suits it.",
    formula = "ln p(x | z) = Σ_i ln p_i(x_i | z), x_i the columns of the i-th part",
    source = "Nazábal et al. 2020 (HI-VAE)")
public final class MixedLikelihood implements LikelihoodFactory<MixedLikelihood.Config> {
  /** One of the likelihoods, and what it explains. */
  public record Part(
      @Doc("how these columns scatter") PartSpec<Likelihood> likelihood,
      @Doc(
              "which columns: their names, their numbers from 1, or ranges of either such as 3..12;"
                  + " absent, for one part at most: all that no other part names")
          Optional<List<String>> columns) {
    /** {@return what the recipe calls them; empty for all that no other part names} */
    List<String> named() {
      return columns.orElse(List.of());
    }
  }

  /** Its options. */
  public record Config(
      @Doc("the likelihoods, which together have every column once") List<Part> parts) {
    /** Checks the options. */
    public Config {
      parts = List.copyOf(parts);
      Check.that(!parts.isEmpty(), "parts", "needs a likelihood, with its columns");
      Check.that(
          parts.stream().filter(part -> part.named().isEmpty()).count() <= 1,
          "parts",
          "only one part can have all the other columns; name those of the others");
    }
  }

  @Override
  public Config defaults() {
    return new Config(List.of(new Part(PartSpec.of("gaussian"), Optional.empty())));
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return Mixed.of(config.parts(), context);
  }
}
