package org.vaelix.likelihoods.internal.lognormal;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood;

/** Makes the likelihood {@code log-normal}. */
@Component
@PartType("log-normal")
@Doc(
    value = "Numbers above 0 whose logarithms scatter normally, such as calcium event rates.",
    formula = "ln p(x | z) = ln N(ln(x + c); μ(z), σ²) − ln(x + c)",
    source = "Johnson, Kotz and Balakrishnan 1994, chapter 14")
public final class LogNormalLikelihood implements LikelihoodFactory<LogNormalLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc("standard deviation σ > 0 of ln(x + c); where it is learned, its first value")
          double sigma,
      @Doc(GaussianLikelihood.LEARN) GaussianLikelihood.Learn learn,
      @Doc("offset c ≥ 0, in units of the data; above 0 it admits zeros, which have no logarithm")
          double offset) {
    /** Checks the options. */
    public Config {
      Check.positive("sigma", sigma);
      Check.that(
          offset >= 0 && Double.isFinite(offset), "offset", "must be at least 0, got " + offset);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1, GaussianLikelihood.Learn.NONE, 0);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    return LogNormal.of(config, context);
  }
}
