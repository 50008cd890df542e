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
      @Doc(
              "what has an inverse dispersion θ of its own: nothing (shared), per-feature,"
                  + " per-group (feature and category), or per-value (by the decoder)")
          Dispersion dispersion,
      @Doc("with per-group: the condition column of the categories; absent: none")
          Optional<String> group,
      @Doc("exposure Δ > 0 of each count in seconds; rates are per second. 1 means rates per count")
          double binWidth,
      @Doc(
              "library size, which multiplies a row's rates: a condition column's name, or"
                  + " 'observed' for the row's own sum; absent: 1")
          Optional<String> library,
      @Doc(
              "mean of the library column over the training rows, in its own unit; absent: the mean"
                  + " row sum")
          Optional<Double> meanLibrary) {
    /** Checks the options. */
    public Config {
      new Exposure(binWidth, library, meanLibrary);
      Check.that(
          group.isPresent() == (dispersion == Dispersion.PER_GROUP),
          "group",
          "must name a condition column with dispersion per-group, and only then");
    }

    Exposure exposure() {
      return new Exposure(binWidth, library, meanLibrary);
    }
  }

  @Override
  public Config defaults() {
    return new Config(
        Dispersion.PER_FEATURE, Optional.empty(), 1, Optional.empty(), Optional.empty());
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return new NegativeBinomial(config, context);
  }
}
