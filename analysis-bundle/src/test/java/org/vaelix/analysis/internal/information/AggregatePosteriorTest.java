package org.vaelix.analysis.internal.information;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.vaelix.analysis.internal.Estimate;

class AggregatePosteriorTest {
  /** Python: scipy.special.logsumexp([-1000, -1001, -1002]) - log(3), SciPy 1.17.1. */
  @Test
  void meansOfTinyDensitiesDoNotUnderflow() {
    double logMean = AggregatePosterior.logMean(new double[] {-1000, -1001, -1002});
    assertEquals(-1000.6910063242237, logMean, 1e-9);
    double infinite = Double.NEGATIVE_INFINITY;
    assertEquals(
        3 - Math.log(3), AggregatePosterior.logMean(new double[] {3, infinite, infinite}), 1e-12);
  }

  /** Of q(z | x) that do not overlap z tells the row: I = ln N. */
  @Test
  void posteriorsApartGiveLnN() {
    double aggregate = AggregatePosterior.logMean(new double[] {2, -900, -900, -900});
    double[] own = {2, 2, 2, 2};
    double[] mean = {aggregate, aggregate, aggregate, aggregate};
    AggregatePosterior posterior = new AggregatePosterior(own, mean, new double[] {-1, -1, -1, -1});
    assertEquals(Math.log(4), posterior.mutualInformation().value(), 1e-12);
    assertEquals(Math.log(4), posterior.bound());
    assertEquals(aggregate + 1, posterior.divergence().value(), 1e-12);
    assertEquals(0, posterior.gap(new double[] {3, 3, 3, 3}).value(), 1e-12);
  }

  /** numpy: np.std([1, 2, 4], ddof=1) / np.sqrt(3). */
  @Test
  void standardErrorsAreOfTheMean() {
    Estimate estimate = Estimate.of(new double[] {1, 2, 4});
    assertEquals(7 / 3.0, estimate.value(), 1e-12);
    assertEquals(0.8819171036881969, estimate.standardError(), 1e-12);
  }
}
