package org.vaelix.likelihoods.internal.studentt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.OptionException;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.scale.Learn;
import org.vaelix.testkit.LikelihoodContract;

class StudentTTest {
  private abstract static class Contract extends LikelihoodContract {
    private final StudentTLikelihood.Config config;

    Contract(StudentTLikelihood.Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new StudentTLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.DENSITY;
    }

    /** Tails fall with a power only. */
    @Override
    protected double reach() {
      return 60;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {
        {-0.42, 4.49, -0.01},
        {0.98, 4.65, -1.84},
        {-0.33, 5.45, -1.7},
        {-1.53, 4.67, 0.31},
        {-0.46, 5.24, -1.01},
        {-1.62, 3.91, -3.65},
        {-0.41, 4.17, -2.54},
        {0.21, 4.47, -2.61},
        {-1.63, 5.32, -4.86}
      };
    }
  }

  @Nested
  class Fixed extends Contract {
    Fixed() {
      super(new StudentTLikelihood.Config(10, false, 0.7, Learn.NONE));
    }
  }

  @Nested
  class LearnedDegrees extends Contract {
    LearnedDegrees() {
      super(new StudentTLikelihood.Config(12, true, 0.5, Learn.SHARED));
    }
  }

  @Nested
  class PerFeature extends Contract {
    PerFeature() {
      super(new StudentTLikelihood.Config(10, false, 0.4, Learn.PER_FEATURE));
    }
  }

  @Nested
  class PerValue extends Contract {
    PerValue() {
      super(new StudentTLikelihood.Config(10, true, 1, Learn.PER_VALUE));
    }
  }

  /**
   * Expected numbers: scipy 1.17.1, stats.t.logpdf(value, degrees, mean, scale); Stirling's formula
   * is off by 1.6e-7.
   */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0, 1, 5, -1.0221393434397172",
    "-2, 1.5, 0.5, 2.5, -5.617751795542691",
    "1000, 0, 2, 30, -141.55656902967226",
    "0.1, 0, 1, 100000, -0.9239410829546706"
  })
  void densityIsThatOfScipy(
      double value, double mean, double scale, double degrees, double expected) {
    double found =
        Density.of(
            new StudentTLikelihood(),
            new StudentTLikelihood.Config(degrees, false, scale, Learn.NONE),
            mean,
            value);
    assertEquals(expected, found, 2e-7);
  }

  @Test
  void withoutAVarianceItIsRefused() {
    OptionException refused =
        assertThrows(
            OptionException.class, () -> new StudentTLikelihood.Config(2, false, 1, Learn.NONE));
    assertEquals("degreesOfFreedom", refused.option());
  }
}
