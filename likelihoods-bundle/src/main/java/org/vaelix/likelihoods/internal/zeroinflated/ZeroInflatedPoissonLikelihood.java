package org.vaelix.likelihoods.internal.zeroinflated;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.likelihoods.internal.count.Exposure;
import org.vaelix.likelihoods.internal.poisson.PoissonCounts;

/** Makes the likelihood {@code zero-inflated-poisson}. */
@Component
@PartType("zero-inflated-poisson")
@Doc(
    value = "Counts of independent events of which a share was lost altogether.",
    formula = "p(x | z) = π(z)·[x = 0] + (1 − π(z))·Poisson(x; μ), μ = λ(z)·Δ·library size",
    source = "Lambert 1992, section 2")
public final class ZeroInflatedPoissonLikelihood
    implements LikelihoodFactory<ZeroInflatedPoissonLikelihood.Config> {
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
    return ZeroInflated.of(
        moments -> new PoissonCounts(exposure, moments), Dropout::ofPoisson, context);
  }
}
