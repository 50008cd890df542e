package org.vaelix.priors.internal.laplace;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code laplace}. */
@Component
@PartType("laplace")
@Doc(
    value = "Independent latent variables that are mostly near 0 and sometimes far: sparse codes.",
    formula = "p(z) = e^(−|z|/b)/(2b), by dimension",
    source = "Olshausen and Field 1997; Johnson, Kotz and Balakrishnan 1995, chapter 24")
public final class LaplacePrior implements PriorFactory<LaplacePrior.Config> {
  /** Its options. */
  public record Config(
      @Doc("scale b > 0, in latent units; the standard deviation is b·√2") double scale) {
    /** Checks the options. */
    public Config {
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Math.sqrt(0.5));
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return new Laplace(config.scale(), context);
  }
}
