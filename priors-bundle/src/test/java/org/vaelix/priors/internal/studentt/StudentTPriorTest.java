package org.vaelix.priors.internal.studentt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Prior;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class StudentTPriorTest {
  private static final double[] QUANTILES = {
    -73.36444902719072, -1.1111913778128872, 1.1111913778128872, 73.36444902719064
  };
  private static final double[] QUANTILE_ERRORS = {
    4.562729985677423, 0.016505731032897118, 0.016505731032897118, 4.562729985677417
  };

  private static Prior prior(double nu, double scale, PartHarness harness) {
    return new StudentTPrior().create(new StudentTPrior.Config(nu, scale), harness.context());
  }

  private static void assertDensity(double nu, double scale, double... expected) {
    PartHarness harness = PartHarness.of(Shape.of(1), 3);
    Tensor z = harness.given("z", Shape.of(1, 3), 0, -2.5, 40);
    Tensor density = prior(nu, scale, harness).logDensity(z, Conditions.none(1));
    assertArrayEquals(expected, harness.values(density), 1e-9);
  }

  /** Expected numbers: scipy 1.17.1, stats.t.logpdf(z, nu, 0, scale). */
  @Test
  void densityIsThatOfScipy() {
    assertDensity(5, 1.3, -1.2309838535222153, -2.8920270107690396, -16.977563313417757);
    assertDensity(0.8, 1, -1.1910947452346359, -3.149648796559184, -8.032356846359995);
    assertDensity(1e6, 2, -1.6120859637646179, -2.393336134663081, -201.572296587243);
  }

  /**
   * Quartiles and far quantiles of draws with so heavy a tail that they have no mean. Expected
   * numbers: scipy 1.17.1, stats.t.ppf([.01, .25, .75, .99], 0.8); their standard errors are √(p(1
   * − p)/n)/density.
   */
  @Test
  void quantilesOfDrawsAreThoseOfScipy() {
    PartHarness harness = PartHarness.of(Shape.of(1), 1);
    double[] draws = harness.values(prior(0.8, 1, harness).sample(Conditions.none(40_000)));
    Arrays.sort(draws);
    assertEquals(QUANTILES[0], draws[400], 5 * QUANTILE_ERRORS[0]);
    assertEquals(QUANTILES[1], draws[10_000], 5 * QUANTILE_ERRORS[1]);
    assertEquals(QUANTILES[2], draws[30_000], 5 * QUANTILE_ERRORS[2]);
    assertEquals(QUANTILES[3], draws[39_600], 5 * QUANTILE_ERRORS[3]);
  }

  @Test
  void optionsThatAreNotPositiveAreRefused() {
    OptionException e = assertThrows(OptionException.class, () -> new StudentTPrior.Config(0, 1));
    assertEquals("degreesOfFreedom", e.option());
    e = assertThrows(OptionException.class, () -> new StudentTPrior.Config(1, -1));
    assertEquals("scale", e.option());
  }
}
