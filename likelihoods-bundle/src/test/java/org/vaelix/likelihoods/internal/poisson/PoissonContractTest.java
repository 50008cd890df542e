package org.vaelix.likelihoods.internal.poisson;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class PoissonContractTest {
  private abstract static class Contract extends LikelihoodContract {
    private final PoissonLikelihood.Config config;

    Contract(double binWidth, String library) {
      this.config = new PoissonLikelihood.Config(binWidth, Optional.ofNullable(library));
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new PoissonLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.MASS;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0, 30, 1}, {2, 55, 0}, {1, 41, 0}, {0, 70, 2}};
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-1, 0.5};
    }
  }

  @Nested
  class OneSecond extends Contract {
    OneSecond() {
      super(1, null);
    }
  }

  @Nested
  class TenMilliseconds extends Contract {
    TenMilliseconds() {
      super(0.01, null);
    }
  }

  @Nested
  class LibraryFromAnExposure extends Contract {
    LibraryFromAnExposure() {
      super(1, "size");
    }

    @Override
    protected List<Condition> declared() {
      return List.of(PartHarness.condition("size", Condition.Kind.EXPOSURE, 1, 4));
    }
  }

  /** The mean of each count depends on all counts of its row, so nothing sums to one. */
  @Nested
  class LibraryObserved extends Contract {
    LibraryObserved() {
      super(1, "observed");
    }

    @Override
    protected Measure measure() {
      return Measure.SCORE;
    }

    @Override
    protected boolean seesWholeRows() {
      return true;
    }
  }
}
