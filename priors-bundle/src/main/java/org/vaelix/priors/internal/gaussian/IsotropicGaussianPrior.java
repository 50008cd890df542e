package org.vaelix.priors.internal.gaussian;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code isotropic-gaussian}. */
@Component
@PartType("isotropic-gaussian")
@Doc(
    value = "Independent normal latent variables around 0, all of the same width.",
    formula = "p(z) = N(0, s²·I)",
    source = "Kingma and Welling 2014, section 3")
public final class IsotropicGaussianPrior implements PriorFactory<IsotropicGaussianPrior.Config> {
  /** Its options. */
  public record Config(@Doc("standard deviation s > 0, in latent units") double scale) {
    /** Checks the options. */
    public Config {
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return new IsotropicGaussian(config.scale(), context);
  }
}
