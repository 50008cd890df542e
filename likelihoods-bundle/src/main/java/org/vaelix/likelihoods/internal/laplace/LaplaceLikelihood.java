package org.vaelix.likelihoods.internal.laplace;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.likelihoods.internal.scale.Learn;
import org.vaelix.likelihoods.internal.scale.Scale;
import org.vaelix.likelihoods.internal.scale.Widths;

/** Makes the likelihood {@code laplace}. */
@Component
@PartType("laplace")
@Doc(
    value = "Real numbers whose absolute error counts: outliers weigh less than with gaussian.",
    formula = "ln p(x | z) = −|x − μ(z)|/b − ln 2b",
    source = "Johnson, Kotz and Balakrishnan 1995, chapter 24")
public final class LaplaceLikelihood implements LikelihoodFactory<LaplaceLikelihood.Config> {
  /** b² as a share of the variance. */
  private static final double SHARE = 0.5;

  /** Its options. */
  public record Config(
      @Doc("scale b > 0, in units of the data; where it is learned, its first value") double scale,
      @Doc(Learn.LEARN) Learn learn) {
    /** Checks the options. */
    public Config {
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(1, Learn.NONE);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    Widths widths = Widths.of(context.moments(), SHARE, config.scale());
    return new Laplace(
        new Scale(Laplace.LOG_SCALE, config.learn(), config.scale(), widths, context));
  }
}
