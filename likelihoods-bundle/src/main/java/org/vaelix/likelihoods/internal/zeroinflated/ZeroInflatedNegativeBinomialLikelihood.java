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
import org.vaelix.likelihoods.internal.negativebinomial.Dispersion;
import org.vaelix.likelihoods.internal.negativebinomial.InverseDispersion;
import org.vaelix.likelihoods.internal.negativebinomial.NegativeBinomial;

/** Makes the likelihood {@code zero-inflated-negative-binomial}. */
@Component
@PartType("zero-inflated-negative-binomial")
@Doc(
    value = "Over-dispersed counts of which a share was lost, such as reads of rare transcripts.",
    formula =
        "p(x | z) = π(z)·[x = 0] + (1 − π(z))·NegativeBinomial(x; μ, θ), μ = λ(z)·Δ·library size",
    source = "Lopez et al. 2018 (scVI), Methods; Eraslan et al. 2019 (DCA), equation 1")
public final class ZeroInflatedNegativeBinomialLikelihood
    implements LikelihoodFactory<ZeroInflatedNegativeBinomialLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc(Dispersion.DISPERSION) Dispersion dispersion,
      @Doc(Dispersion.GROUP) Optional<String> group,
      @Doc(Exposure.BIN_WIDTH) double binWidth,
      @Doc(Exposure.LIBRARY) Optional<String> library) {
    /** Checks the options. */
    public Config {
      Check.positive("binWidth", binWidth);
      dispersion.check(group);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Dispersion.PER_FEATURE, Optional.empty(), 1, Optional.empty());
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    Exposure exposure = new Exposure(config.binWidth(), config.library(), context);
    InverseDispersion inverseDispersion =
        new InverseDispersion(config.dispersion(), config.group(), context);
    return ZeroInflated.of(
        moments -> new NegativeBinomial(exposure, inverseDispersion, moments),
        Dropout::ofOverdispersed,
        context);
  }
}
