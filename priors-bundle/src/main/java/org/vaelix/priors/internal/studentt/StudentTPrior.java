package org.vaelix.priors.internal.studentt;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code student-t}. */
@Component
@PartType("student-t")
@Doc(
    value = "Independent latent variables with heavy tails: outlying codes cost little.",
    formula = "p(z) = Γ((ν+1)/2) / (Γ(ν/2)·√(νπ)·s) · (1 + z²/(νs²))^(−(ν+1)/2), by dimension",
    source = "Johnson, Kotz and Balakrishnan 1995, chapter 28; draws: Bailey 1994")
public final class StudentTPrior implements PriorFactory<StudentTPrior.Config> {
  /** Its options. */
  public record Config(
      @Doc("degrees of freedom ν > 0; the variance is finite above 2, and s²·ν/(ν − 2)")
          double degreesOfFreedom,
      @Doc("scale s > 0, in latent units") double scale) {
    /** Checks the options. */
    public Config {
      Check.positive("degreesOfFreedom", degreesOfFreedom);
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(5, 1);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return new StudentT(config.degreesOfFreedom(), config.scale(), context);
  }
}
