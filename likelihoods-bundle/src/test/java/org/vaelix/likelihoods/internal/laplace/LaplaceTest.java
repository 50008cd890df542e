package org.vaelix.likelihoods.internal.laplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.scale.Learn;
import org.vaelix.testkit.LikelihoodContract;

class LaplaceTest {
  private abstract static class Contract extends LikelihoodContract {
    private final LaplaceLikelihood.Config config;

    Contract(LaplaceLikelihood.Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new LaplaceLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.DENSITY;
    }

    /** An even grid is that far off at the kink. */
    @Override
    protected double tolerance() {
      return 1e-5;
    }

    /** Tails are longer than the normal distribution's. */
    @Override
    protected double reach() {
      return 18;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {
        {0.58, 5.78, -2.66},
        {1.11, 4.92, -1.33},
        {-0.57, 5.1, -2.54},
        {-0.84, 3.49, -2.54},
        {0.33, 5.21, -1.98},
        {0.94, 5.91, -8.8},
        {2.62, 5.53, -2.03},
        {-1.2, 5.74, 3.74},
        {-0.04, 5.19, -3.12}
      };
    }
  }

  @Nested
  class Fixed extends Contract {
    Fixed() {
      super(new LaplaceLikelihood.Config(0.7, Learn.NONE));
    }
  }

  @Nested
  class Shared extends Contract {
    Shared() {
      super(new LaplaceLikelihood.Config(2, Learn.SHARED));
    }
  }

  @Nested
  class PerFeature extends Contract {
    PerFeature() {
      super(new LaplaceLikelihood.Config(0.4, Learn.PER_FEATURE));
    }
  }

  @Nested
  class PerValue extends Contract {
    PerValue() {
      super(new LaplaceLikelihood.Config(1, Learn.PER_VALUE));
    }
  }

  /** Expected numbers: scipy 1.17.1, stats.laplace.logpdf(value, mean, scale). */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0, 1, -0.9931471805599453",
    "-2, 1.5, 0.5, -7.0",
    "1000, 0, 2, -501.3862943611199"
  })
  void densityIsThatOfScipy(double value, double mean, double scale, double expected) {
    double found =
        Density.of(
            new LaplaceLikelihood(), new LaplaceLikelihood.Config(scale, Learn.NONE), mean, value);
    assertEquals(expected, found, 1e-12 * Math.max(1, Math.abs(expected)));
  }
}
