package org.vaelix.likelihoods.internal.zeroinflated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.gamma.ShapeParameter.Varying;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class ZeroInflatedGammaTest {
  private abstract static class Contract extends LikelihoodContract {
    private final ZeroInflatedGammaLikelihood.Config config;

    Contract(ZeroInflatedGammaLikelihood.Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new ZeroInflatedGammaLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.SCORE;
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-0.1};
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {
        {0.0, 15.27, 0.44},
        {0.0, 3.99, 0.0},
        {0.0, 11.64, 1.21},
        {1.07, 0.0, 0.0},
        {2.18, 0.0, 0.0},
        {0.0, 11.56, 0.69},
        {0.0, 8.34, 0.0},
        {1.12, 16.95, 0.0},
        {0.0, 0.0, 0.0},
        {0.0, 0.0, 0.87},
        {0.0, 5.92, 0.73},
        {0.0, 10.89, 0.45}
      };
    }
  }

  @Nested
  class Fixed extends Contract {
    Fixed() {
      super(new ZeroInflatedGammaLikelihood.Config(Optional.of(4.0), Varying.PER_FEATURE));
    }
  }

  @Nested
  class PerFeature extends Contract {
    PerFeature() {
      super(new ZeroInflatedGammaLikelihood.Config(Optional.empty(), Varying.PER_FEATURE));
    }
  }

  @Nested
  class PerValue extends Contract {
    PerValue() {
      super(new ZeroInflatedGammaLikelihood.Config(Optional.empty(), Varying.PER_VALUE));
    }
  }

  /**
   * Expected numbers: scipy 1.17.1, special.log_expit(l) at 0, else log_expit(−l) + stats.gamma.
   */
  @Test
  void zerosHaveAProbabilityAndTheRestADensity() {
    PartHarness harness = PartHarness.of(Shape.of(2), Moments.standard(2), false);
    ZeroInflatedGammaLikelihood.Config config =
        new ZeroInflatedGammaLikelihood.Config(Optional.of(0.5), Varying.SHARED);
    Likelihood likelihood = new ZeroInflatedGammaLikelihood().create(config, harness.context());
    double logMean = 0.6931471805599453;
    Map<String, Tensor> heads =
        Map.of(
            "logMean", harness.given("m", Shape.of(1, 2), logMean, logMean),
            "zeroLogit", harness.given("l", Shape.of(1, 2), 0.8, 0.8));
    Tensor x = harness.given("x", Shape.of(1, 2), 0, 1e-6);
    Tensor found = likelihood.given(heads, Conditions.none(1)).logDensity(x);
    assertArrayEquals(
        new double[] {-0.3711006659477777, 4.471142239549714}, harness.values(found), 2e-8);
  }
}
