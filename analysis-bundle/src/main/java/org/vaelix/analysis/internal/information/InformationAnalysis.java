package org.vaelix.analysis.internal.information;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.analysis.Analysis;
import org.vaelix.core.analysis.AnalysisFactory;
import org.vaelix.core.analysis.Finding;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** The analysis {@code information}. */
@Component
@PartType("information")
@Doc(
    value =
        "Whether latent variables carry information and the decoder uses it: KL by dimension, active"
            + " units, I(x; z), KL(q(z) ‖ p(z)), and the ELBO lost when z is shuffled between rows.",
    formula =
        "E KL(q(z | x) ‖ p(z)) = I(x; z) + KL(q(z) ‖ p(z)), q(z) = 1/N Σ q(z | xₙ); active: Var E[z |"
            + " x] > 0.01",
    source =
        "Hoffman and Johnson 2016, section 2; active units: Burda, Grosse and Salakhutdinov 2016,"
            + " section 5.2")
public final class InformationAnalysis implements AnalysisFactory<InformationAnalysis.Config> {
  /** The options. */
  public record Config(
      @Doc("variance of a posterior mean over rows above which a unit is active, at least 0")
          double activeAbove) {
    /** Checks the options. */
    public Config {
      Check.between("activeAbove", activeAbove, 0, Double.MAX_VALUE);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0.01);
  }

  @Override
  public Analysis create(Config config) {
    return subject -> find(subject, config);
  }

  private static Finding find(Subject subject, Config config) {
    if (subject.rows() < 2) {
      throw new ModelException(
          "one row alone says nothing of how rows differ in z; give 2 or more");
    }
    Information found = Information.of(new Measures(subject), config.activeAbove());
    return new Finding(InformationPage.of(found), InformationNumbers.of(found));
  }
}
