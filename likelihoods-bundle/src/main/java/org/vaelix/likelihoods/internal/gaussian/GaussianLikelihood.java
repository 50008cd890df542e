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
    source = "Kingma and Welling 2014, appendix C.2")
public final class GaussianLikelihood implements LikelihoodFactory<GaussianLikelihood.Config> {
  /** Which widths are learned. */
  public enum Learn {
    /** None: the width is fixed. */
    NONE,
    /** One for all values. */
    SHARED,
    /** One for each value of an observation. */
    PER_FEATURE,
    /** One for each value of each row, given by the decoder. */
    PER_VALUE
  }

  /** Its options. */
  public record Config(
      @Doc("standard deviation σ > 0, in units of the data; where it is learned, its first value")
          double sigma,
      @Doc("which σ are learned: none, shared, per-feature, or per-value (by the decoder)")
          Learn learn) {
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
    return new Gaussian(config, context);
  }
}
