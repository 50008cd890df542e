package org.vaelix.data.internal.generate;

/**
 * The Lorenz system with its usual constants, dx/dt = 10 (y − x), dy/dt = x (28 − z) − y, dz/dt = x
 * y − 8/3 z (Lorenz 1963, eqs. 25 to 27), integrated by the classical Runge-Kutta method of fourth
 * order. Only additions, multiplications and a division are used, so that the chaos starts from the
 * same bits on every machine.
 */
final class Lorenz {
  private static final double SIGMA = 10;
  private static final double RHO = 28;
  private static final double BETA = 8.0 / 3;

  private final double[] state;

  /**
   * Creates the system.
   *
   * @param state (x, y, z), copied
   */
  Lorenz(double... state) {
    this.state = state.clone();
  }

  /** {@return a copy of (x, y, z)} */
  double[] state() {
    return state.clone();
  }

  /**
   * Goes on in time.
   *
   * @param time in the system's units
   * @param steps into how many it is divided
   */
  void advance(double time, int steps) {
    for (int step = 0; step < steps; step++) {
      advance(time / steps);
    }
  }

  private void advance(double h) {
    double[] a = slope(state);
    double[] b = slope(moved(state, a, h / 2));
    double[] c = slope(moved(state, b, h / 2));
    double[] d = slope(moved(state, c, h));
    for (int i = 0; i < 3; i++) {
      state[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    }
  }

  private static double[] slope(double[] s) {
    return new double[] {
      SIGMA * (s[1] - s[0]), s[0] * (RHO - s[2]) - s[1], s[0] * s[1] - BETA * s[2]
    };
  }

  private static double[] moved(double[] from, double[] slope, double h) {
    return new double[] {from[0] + h * slope[0], from[1] + h * slope[1], from[2] + h * slope[2]};
  }
}
