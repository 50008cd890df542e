package org.vaelix.likelihoods.internal.negativebinomial;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.likelihoods.internal.count.Exposure;

/** Makes the likelihood {@code negative-binomial}. */
@Component
@PartType("negative-binomial")
@Doc(
    value = "Counts that vary more than Poisson's, such as reads of genes: variance μ + μ²/θ.",
    formula =
        "ln p(x | z) = ln Γ(x+θ)/(Γ(θ) x!) + θ ln θ/(μ+θ) + x ln μ/(μ+θ), μ = λ(z)·Δ·library size",
    source = "Lopez et al. 2018 (scVI), Methods; Loader 2000 for the form that is computed")
public final class NegativeBinomialLikelihood
    implements LikelihoodFactory<NegativeBinomialLikelihood.Config> {
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
    return new NegativeBinomial(
        new Exposure(config.binWidth(), config.library(), context),
        new InverseDispersion(config.dispersion(), config.group(), context),
        context.moments());
  }
}
