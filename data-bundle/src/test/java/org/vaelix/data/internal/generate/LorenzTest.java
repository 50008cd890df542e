package org.vaelix.data.internal.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LorenzTest {
  /**
   * From (1, 1, 1): scipy.integrate.solve_ivp, method DOP853, rtol = atol = 1e-13 (SciPy 1.17.1).
   * The fourth-order method's own error at steps of 0.006 is about 2e-5 by time 0.3.
   */
  @ParameterizedTest
  @CsvSource({
    "0.06, 1.40956882, 2.73855211, 0.97260826, 10, 1e-6",
    "0.3, 16.68481397, 27.18349235, 26.2064602, 50, 3e-5",
    "0.6, -4.83321402, -8.06128111, 26.67318954, 100, 3e-5",
    "1.0, -9.37857001, -8.35703379, 29.36232534, 10000, 1e-7"
  })
  void agreesWithSciPy(double time, double x, double y, double z, int steps, double tolerance) {
    Lorenz lorenz = new Lorenz(1, 1, 1);
    lorenz.advance(time, steps);
    assertArrayEquals(new double[] {x, y, z}, lorenz.state(), tolerance);
  }
}
