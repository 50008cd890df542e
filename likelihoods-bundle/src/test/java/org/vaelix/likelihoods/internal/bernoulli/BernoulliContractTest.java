package org.vaelix.likelihoods.internal.bernoulli;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.LikelihoodContract;

class BernoulliContractTest {
  @Nested
  class Binary extends LikelihoodContract {
    @Override
    protected Likelihood create(ModelContext context) {
      return new BernoulliLikelihood().create(new BernoulliLikelihood.Config(false), context);
    }

    @Override
    protected Measure measure() {
      return Measure.MASS;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0, 1, 1}, {1, 1, 0}, {1, 0, 0}, {0, 1, 0}};
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-1, 0.3, 2};
    }
  }

  @Nested
  class Fractional extends LikelihoodContract {
    @Override
    protected Likelihood create(ModelContext context) {
      return new BernoulliLikelihood().create(new BernoulliLikelihood.Config(true), context);
    }

    @Override
    protected Measure measure() {
      return Measure.SCORE;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0, 0.9, 1}, {0.7, 1, 0.2}, {0.5, 0, 0}};
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-0.1, 1.1};
    }
  }
}
