package org.vaelix.likelihoods.internal.gaussian;

import org.junit.jupiter.api.Nested;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Config;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Learn;
import org.vaelix.testkit.LikelihoodContract;

class GaussianContractTest {
  private abstract static class Contract extends LikelihoodContract {
    private final Config config;

    Contract(Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new GaussianLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.DENSITY;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{1, 5, -2}, {2, 4, -1.5}, {4, 4.5, -3}, {3, 6, 1}};
    }
  }

  @Nested
  class FixedSigma extends Contract {
    FixedSigma() {
      super(new Config(0.5, Learn.NONE));
    }
  }

  @Nested
  class SharedSigma extends Contract {
    SharedSigma() {
      super(new Config(2, Learn.SHARED));
    }
  }

  @Nested
  class SigmaPerFeature extends Contract {
    SigmaPerFeature() {
      super(new Config(0.3, Learn.PER_FEATURE));
    }
  }

  @Nested
  class SigmaPerValue extends Contract {
    SigmaPerValue() {
      super(new Config(1, Learn.PER_VALUE));
    }
  }

  /** Outside of a batch, where σ is what training left. */
  @Nested
  class OptimalSigma extends Contract {
    OptimalSigma() {
      super(new Config(1, Learn.OPTIMAL));
    }
  }
}
