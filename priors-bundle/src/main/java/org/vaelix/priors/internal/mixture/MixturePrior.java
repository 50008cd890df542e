package org.vaelix.priors.internal.mixture;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code mixture-of-gaussians}. */
@Component
@PartType("mixture-of-gaussians")
@Doc(
    value =
        "Clusters: a mixture of normal distributions whose weights, means and widths are trained.",
    formula = "p(z) = Σ_k π_k N(z; m_k, diag v_k)",
    source = "Dilokthanakul et al. 2016; Tomczak and Welling 2018")
public final class MixturePrior implements PriorFactory<MixturePrior.Config> {
  /** Its options. */
  public record Config(
      @Doc("number of components, at least 1") int components,
      @Doc(
              "standard deviation, in latent units, of the normal distribution around 0 that the means"
                  + " start from; at least 0, and above 0 for components to become unlike")
          double spread,
      @Doc("standard deviation > 0, in latent units, that each component starts with")
          double scale) {
    /** Checks the options. */
    public Config {
      Check.atLeast("components", components, 1);
      Check.that(
          spread >= 0 && Double.isFinite(spread), "spread", "must be at least 0, got " + spread);
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(10, 1, 1);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return Mixture.of(config, context);
  }
}
