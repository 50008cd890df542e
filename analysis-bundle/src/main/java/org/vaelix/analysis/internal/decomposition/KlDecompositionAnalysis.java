package org.vaelix.analysis.internal.decomposition;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.analysis.Analysis;
import org.vaelix.core.analysis.AnalysisFactory;
import org.vaelix.core.analysis.Finding;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** The analysis {@code kl-decomposition}. */
@Component
@PartType("kl-decomposition")
@Doc(
    value =
        "What the KL term is made of: I(x; z), total correlation and the KL of each dimension, by"
            + " estimators that see all rows, or minibatches as training does.",
    formula =
        "E KL(q(z | x) ‖ p(z)) = I(x; z) + KL(q(z) ‖ Π q(zⱼ)) + Σ KL(q(zⱼ) ‖ p(zⱼ)), q(z) = 1/N Σ"
            + " q(z | xₙ)",
    source =
        "Chen, Li, Grosse and Duvenaud 2018, equations 2 and 4 and section C.2; Hoffman and Johnson"
            + " 2016, section 2")
public final class KlDecompositionAnalysis
    implements AnalysisFactory<KlDecompositionAnalysis.Config> {
  /** The options. */
  public record Config(
      @Doc("rows in a minibatch of the minibatch estimators, at least 2") int batchSize) {
    /** Checks the options. */
    public Config {
      Check.atLeast("batchSize", batchSize, 2);
    }
  }

  @Override
  public Config defaults() {
    return new Config(100);
  }

  @Override
  public Analysis create(Config config) {
    return subject -> find(subject, config);
  }

  private static Finding find(Subject subject, Config config) {
    if (subject.rows() < 4) {
      throw new ModelException(
          "a decomposition of the KL compares two minibatches of two rows; give 4 rows or more");
    }
    int size = Math.min(config.batchSize(), subject.rows() / 2);
    Minibatches minibatches = Minibatches.of(subject.rows(), size, subject.seed());
    Decomposition found = Decomposition.of(new Densities(subject), minibatches);
    return new Finding(DecompositionPage.of(found), DecompositionNumbers.of(found));
  }
}
