package org.vaelix.likelihoods.internal.lognormal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood.Learn;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class LogNormalTest {
  private abstract static class Contract extends LikelihoodContract {
    private final LogNormalLikelihood.Config config;

    Contract(LogNormalLikelihood.Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new LogNormalLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.DENSITY;
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-0.06, -1};
    }

    /** Tails are longer than the normal distribution's. */
    @Override
    protected double reach() {
      return 40;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {
        {1.01, 13.95, 0.16},
        {1.31, 5.29, 0.23},
        {0.69, 6.6, 0.35},
        {0.92, 13.64, 0.19},
        {0.79, 8.97, 0.34},
        {1.35, 9.02, 0.39},
        {1.02, 6.33, 0.38},
        {0.86, 4.51, 0.26},
        {0.68, 7.77, 0.56},
        {0.88, 7.63, 0.69}
      };
    }
  }

  @Nested
  class Fixed extends Contract {
    Fixed() {
      super(new LogNormalLikelihood.Config(0.3, Learn.NONE, 0));
    }
  }

  @Nested
  class Shifted extends Contract {
    Shifted() {
      super(new LogNormalLikelihood.Config(0.25, Learn.SHARED, 0.05));
    }
  }

  @Nested
  class Optimal extends Contract {
    Optimal() {
      super(new LogNormalLikelihood.Config(1, Learn.OPTIMAL, 0));
    }
  }

  @Nested
  class PerValue extends Contract {
    PerValue() {
      super(new LogNormalLikelihood.Config(1, Learn.PER_VALUE, 0));
    }

    /** Its tails are too long for an even grid. */
    @Override
    protected Measure measure() {
      return Measure.SCORE;
    }
  }

  /** Expected numbers: scipy 1.17.1, stats.lognorm.logpdf(value + offset, sigma, scale=exp(mu)). */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0, 1, 0, -0.439740985656966",
    "20, 1.5, 0.5, 0, -7.695953694500701",
    "0, -1, 0.7, 0.5, 0.03480333333654506"
  })
  void densityIsThatOfScipy(double value, double mu, double sigma, double offset, double expected) {
    double found =
        Density.of(
            new LogNormalLikelihood(),
            new LogNormalLikelihood.Config(sigma, Learn.NONE, offset),
            mu,
            value);
    assertEquals(expected, found, 1e-12);
  }

  @Test
  void anOffsetAdmitsZeros() {
    ModelContext context = PartHarness.of(Shape.of(1), Moments.standard(1), false).context();
    LogNormalLikelihood factory = new LogNormalLikelihood();
    LogNormalLikelihood.Config shifted = new LogNormalLikelihood.Config(1, Learn.NONE, 0.5);
    assertFalse(factory.create(factory.defaults(), context).support().contains(0));
    assertTrue(factory.create(shifted, context).support().contains(0));
  }
}
