package org.vaelix.likelihoods.internal.gamma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.gamma.ShapeParameter.Varying;
import org.vaelix.testkit.LikelihoodContract;

class GammaTest {
  private abstract static class Contract extends LikelihoodContract {
    private final GammaLikelihood.Config config;

    Contract(GammaLikelihood.Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new GammaLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.DENSITY;
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {0, -1};
    }

    /** The upper tail is longer than the normal distribution's. */
    @Override
    protected double reach() {
      return 20;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {
        {2.77, 65.47, 0.38},
        {2.25, 60.73, 0.31},
        {4.54, 68.98, 0.28},
        {2.32, 63.01, 0.22},
        {2.86, 48.99, 0.31},
        {3.56, 84.68, 0.24},
        {2.32, 42.42, 0.25},
        {3.02, 68.98, 0.28}
      };
    }
  }

  @Nested
  class Fixed extends Contract {
    Fixed() {
      super(new GammaLikelihood.Config(Optional.of(9.0), Varying.PER_FEATURE));
    }
  }

  @Nested
  class Shared extends Contract {
    Shared() {
      super(new GammaLikelihood.Config(Optional.empty(), Varying.SHARED));
    }
  }

  @Nested
  class PerFeature extends Contract {
    PerFeature() {
      super(new GammaLikelihood.Config(Optional.empty(), Varying.PER_FEATURE));
    }
  }

  @Nested
  class PerValue extends Contract {
    PerValue() {
      super(new GammaLikelihood.Config(Optional.empty(), Varying.PER_VALUE));
    }
  }

  /**
   * Expected numbers: scipy 1.17.1, stats.gamma.logpdf(value, shape, scale=exp(logMean)/shape);
   * Stirling's remainder is off by 1.3e-8.
   */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0, 1, -0.3",
    "1e-6, 0.6931471805599453, 0.5, 5.642242905497492",
    "1000, 6.802394763324311, 50, -6.159878726583943",
    "3, 1.09894556645823, 1e5, 3.7333579897672013"
  })
  void densityIsThatOfScipy(double value, double logMean, double shape, double expected) {
    double found =
        Density.of(
            new GammaLikelihood(),
            new GammaLikelihood.Config(Optional.of(shape), Varying.SHARED),
            logMean,
            value);
    assertEquals(expected, found, 2e-8);
  }
}
