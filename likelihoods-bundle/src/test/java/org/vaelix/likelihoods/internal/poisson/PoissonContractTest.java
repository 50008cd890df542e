package org.vaelix.likelihoods.internal.poisson;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.LikelihoodContract;

class PoissonContractTest {
  private abstract static class Contract extends LikelihoodContract {
    private final double binWidth;

    Contract(double binWidth) {
      this.binWidth = binWidth;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new PoissonLikelihood().create(new PoissonLikelihood.Config(binWidth), context);
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
      super(1);
    }
  }

  @Nested
  class TenMilliseconds extends Contract {
    TenMilliseconds() {
      super(0.01);
    }
  }
}
