package org.vaelix.likelihoods.internal.binomial;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.LikelihoodContract;

class BinomialContractTest {
  private abstract static class Contract extends LikelihoodContract {
    private final BinomialLikelihood.Config config;

    Contract(BinomialLikelihood.Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new BinomialLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.MASS;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0, 12, 1}, {2, 9, 0}, {1, 11, 0}, {0, 7, 2}};
    }
  }

  @Nested
  class TwelveTrials extends Contract {
    TwelveTrials() {
      super(new BinomialLikelihood.Config(12, Optional.empty()));
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-1, 0.5, 13};
    }
  }

  @Nested
  class TrialsOfAnExposure extends Contract {
    TrialsOfAnExposure() {
      super(new BinomialLikelihood.Config(1, Optional.of("reads")));
    }

    @Override
    protected List<Condition> declared() {
      double[] mean = {15};
      return List.of(
          new Condition(
              "reads", Condition.Kind.EXPOSURE, List.of(), mean, Condition.Networks.NONE));
    }

    @Override
    protected double[] numbers(Condition condition, int row) {
      return new double[] {15};
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-1, 0.5};
    }
  }
}
