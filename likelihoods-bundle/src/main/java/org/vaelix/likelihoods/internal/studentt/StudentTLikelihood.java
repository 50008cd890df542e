package org.vaelix.likelihoods.internal.studentt;

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

/** Makes the likelihood {@code student-t}. */
@Component
@PartType("student-t")
@Doc(
    value = "Real numbers with outliers: what is far from the mean costs only its logarithm.",
    formula = "ln p(x | z) = ln Γ((ν+1)/2)/(Γ(ν/2)·√(νπ)·s) − (ν+1)/2 · ln(1 + ((x − μ(z))/s)²/ν)",
    source = "Lange, Little and Taylor 1989, section 2")
public final class StudentTLikelihood implements LikelihoodFactory<StudentTLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc("degrees of freedom ν > 2, below which there is no variance; a number without unit")
          double degreesOfFreedom,
      @Doc("whether one ν for all values is learned, beginning with 'degreesOfFreedom'")
          boolean learnDegreesOfFreedom,
      @Doc("scale s > 0, in units of the data; where it is learned, its first value") double scale,
      @Doc(Learn.LEARN) Learn learn) {
    /** Checks the options. */
    public Config {
      Check.that(
          degreesOfFreedom > 2 && Double.isFinite(degreesOfFreedom),
          "degreesOfFreedom",
          "must be above 2, got " + degreesOfFreedom);
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(5, false, 1, Learn.NONE);
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    double share = 1 - 2 / config.degreesOfFreedom();
    Widths widths = Widths.of(context.moments(), share, config.scale());
    return new StudentT(
        new DegreesOfFreedom(config.degreesOfFreedom(), config.learnDegreesOfFreedom(), context),
        new Scale(StudentT.LOG_SCALE, config.learn(), config.scale(), widths, context));
  }
}
