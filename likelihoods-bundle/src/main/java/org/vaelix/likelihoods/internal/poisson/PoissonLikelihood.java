package org.vaelix.likelihoods.internal.poisson;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the likelihood {@code poisson}. */
@Component
@PartType("poisson")
@Doc(
    value = "Counts of events that occur independently at a rate, such as spikes in time bins.",
    formula = "ln p(x | z) = x·ln(λ(z)Δ) − λ(z)Δ − ln x!",
    source = "Pandarinath et al. 2018 (LFADS), Methods")
public final class PoissonLikelihood implements LikelihoodFactory<PoissonLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc("exposure Δ > 0 of each count in seconds; rates are per second. 1 means rates per count")
          double binWidth) {
    /** Checks the options. */
    public Config {
      Check.positive("binWidth", binWidth);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return new PoissonCounts(config, context);
  }
}
