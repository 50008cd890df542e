package org.vaelix.likelihoods.internal.gaussian;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the likelihood {@code gaussian}. */
@Component
@PartType("gaussian")
@Doc(
    value = "Real numbers that scatter normally around the mean, with a fixed or a learned width.",
    formula = "ln p(x | z) = −½ ((x − μ(z))/σ)² − ln σ − ½ ln 2π",
    source =
        "Kingma and Welling 2014, appendix C.2; optimal σ: Rybkin, Daniilidis and Levine 2021"
            + " (σ-VAE)")
public final class GaussianLikelihood implements LikelihoodFactory<GaussianLikelihood.Config> {
  /** The description of {@code learn}. */
  public static final String LEARN =
      "which σ are learned: none, shared, per-feature, per-value (by the decoder), or optimal: the"
          + " root mean squared error of each batch, as in the σ-VAE";

  /** Which widths are learned. */
  public enum Learn {
    /** None: the width is fixed. */
    NONE,
    /** One for all values. */
    SHARED,
    /** One for each value of an observation. */
    PER_FEATURE,
    /** One for each value of each row, given by the decoder. */
    PER_VALUE,
    /** One for all values: the best one for the batch in training, then what that was last. */
    OPTIMAL;

    /** What is learned otherwise; the null model of the optimal one is that of a shared one. */
    org.vaelix.likelihoods.internal.scale.Learn scales() {
      return switch (this) {
        case NONE -> org.vaelix.likelihoods.internal.scale.Learn.NONE;
        case SHARED, OPTIMAL -> org.vaelix.likelihoods.internal.scale.Learn.SHARED;
        case PER_FEATURE -> org.vaelix.likelihoods.internal.scale.Learn.PER_FEATURE;
        case PER_VALUE -> org.vaelix.likelihoods.internal.scale.Learn.PER_VALUE;
      };
    }
  }

  /** Its options. */
  public record Config(
      @Doc("standard deviation σ > 0, in units of the data; where it is learned, its first value")
          double sigma,
      @Doc(LEARN) Learn learn) {
    /** Checks the options. */
    public Config {
      Check.positive("sigma", sigma);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1, Learn.NONE);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return Gaussian.of(config, context.moments(), context);
  }
}
