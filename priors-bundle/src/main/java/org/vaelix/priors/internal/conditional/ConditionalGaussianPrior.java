package org.vaelix.priors.internal.conditional;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code conditional-gaussian}. */
@Component
@PartType("conditional-gaussian")
@Doc(
    value =
        "Independent normal latent variables whose means and variances depend on a covariate, which"
            + " can make them identifiable: iVAE, pi-VAE.",
    formula = "p(z | u) = N(m(u), diag v(u)); (m, ln v) linear in u, or a network of u",
    source = "Khemakhem et al. 2020 (iVAE); Zhou and Wei 2020 (pi-VAE)")
public final class ConditionalGaussianPrior
    implements PriorFactory<ConditionalGaussianPrior.Config> {
  /** What depends on the covariate. */
  public enum Varies {
    /** Means and variances. */
    BOTH,
    /** Means; the variances are 1. */
    MEAN,
    /** Variances; the means are 0. */
    VARIANCE
  }

  /** Its options. */
  public record Config(
      @Doc("name of the condition u; a category is a table with one line per level")
          String condition,
      @Doc(
              "widths of the hidden tanh layers between u and the parameters, each at least 1. Empty:"
                  + " linear, the table of a category")
          List<Integer> hidden,
      @Doc("what depends on u: both, mean (variances are 1), or variance (means are 0)")
          Varies varies) {
    /** Checks the options. */
    public Config {
      hidden = List.copyOf(hidden);
      hidden.forEach(width -> Check.atLeast("hidden", width, 1));
      Check.that(!condition.isEmpty(), "condition", "must name a condition of the recipe");
    }
  }

  @Override
  public Config defaults() {
    return new Config("condition", List.of(), Varies.BOTH);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    // A name that the recipe does not declare is reported here, at the option's place.
    context.condition("condition", config.condition());
    return new ConditionalGaussian(config, context);
  }
}
