package org.vaelix.likelihoods.internal.continuousbernoulli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.likelihoods.internal.Density;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class ContinuousBernoulliTest {
  private abstract static class Contract extends LikelihoodContract {
    private final ContinuousBernoulliLikelihood.Config config;

    Contract(ContinuousBernoulliLikelihood.Config config) {
      this.config = config;
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new ContinuousBernoulliLikelihood().create(config, context);
    }

    @Override
    protected Measure measure() {
      return Measure.DENSITY;
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-0.1, 1.1};
    }

    /** An even grid is that far off at the ends, where the density jumps. */
    @Override
    protected double tolerance() {
      return 2e-3;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0.1, 0.5, 0.93}, {0.4, 0.55, 1}, {0.02, 0.41, 0.8}, {0, 0.6, 0.99}};
    }
  }

  @Nested
  class Default extends Contract {
    Default() {
      super(new ContinuousBernoulliLikelihood.Config());
    }
  }

  /** Expected numbers: mpmath 40 digits, x·l + log(l/expm1(l)); the series ends at 0.6. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0, 0",
    "0.3, 1e-9, -2.0000000004166667e-10",
    "0.9, -1e-3, -0.00040004166666631944",
    "0.9, 0.5, 0.18960494900724326",
    "0.1, 0.6, -0.25495525541967111",
    "0.2, 0.7, -0.23033394113034725",
    "1, -3, -1.8503185303891887",
    "0.7, 40, -8.3111205458860637",
    "0.001, -1000, 5.9077552789821371"
  })
  void densityIsExact(double value, double logit, double expected) {
    double found =
        Density.of(
            new ContinuousBernoulliLikelihood(),
            new ContinuousBernoulliLikelihood.Config(),
            logit,
            value);
    assertEquals(expected, found, 1e-12);
  }

  /** Expected numbers: mpmath 40 digits, 1/(1 − e^−l) − 1/l and 1/l² − 1/(4 sinh²(l/2)). */
  @ParameterizedTest
  @CsvSource({
    "1e-9, 0.50000000008333333, 0.083333333333333333",
    "-1e-3, 0.49991666666805556, 0.083333329166666832",
    "0.5, 0.54149408253679828, 0.082301910967236235",
    "0.6, 0.54970254849420413, 0.081854495025834194",
    "0.7, 0.55786243506303472, 0.081330695571334013",
    "-3, 0.28093763684207738, 0.055970105609051348",
    "40, 0.975, 0.00062499999999999575"
  })
  void momentsAreExact(double logit, double mean, double variance) {
    PartHarness harness = PartHarness.of(Shape.of(1), Moments.standard(1), false);
    ContinuousBernoulliDistribution distribution =
        new ContinuousBernoulliDistribution(harness.given("logit", Shape.of(1, 1), logit));
    assertEquals(mean, harness.values(distribution.mean())[0], 1e-12);
    assertEquals(variance, harness.values(distribution.variance())[0], 1e-11);
  }
}
