package org.vaelix.likelihoods.internal.poisson;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.likelihoods.internal.count.Exposure;

/** Makes the likelihood {@code poisson}. */
@Component
@PartType("poisson")
@Doc(
    value = "Counts of events that occur independently at a rate, such as spikes in time bins.",
    formula = "ln p(x | z) = x·ln μ − μ − ln x!, μ = λ(z)·Δ·library size",
    source = "Pandarinath et al. 2018 (LFADS), Methods; Loader 2000 for the form that is computed")
public final class PoissonLikelihood implements LikelihoodFactory<PoissonLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc(Exposure.BIN_WIDTH) double binWidth, @Doc(Exposure.LIBRARY) Optional<String> library) {
    /** Checks the options. */
    public Config {
      Check.positive("binWidth", binWidth);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1, Optional.empty());
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    Exposure exposure = new Exposure(config.binWidth(), config.library(), context);
    return new PoissonCounts(exposure, context.moments());
  }
}
