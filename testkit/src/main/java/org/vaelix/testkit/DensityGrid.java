package org.vaelix.testkit;

import java.util.function.DoubleUnaryOperator;

/**
 * Evenly spaced points over a box of one or two latent dimensions, for sums that stand for
 * integrals.
 *
 * @param low the box's lower end in each dimension
 * @param step between neighbours in each dimension
 * @param perDimension how many points there are in each dimension
 */
record DensityGrid(double[] low, double[] step, int perDimension) {
  private static final int POINTS_1D = 20001;
  private static final int POINTS_2D = 601;

  /** {@return a grid around centres} */
  static DensityGrid around(double[] centre, double[] halfWidth) {
    int points = centre.length == 1 ? POINTS_1D : POINTS_2D;
    double[] low = new double[centre.length];
    double[] step = new double[centre.length];
    for (int d = 0; d < centre.length; d++) {
      low[d] = centre[d] - halfWidth[d];
      step[d] = 2 * halfWidth[d] / (points - 1);
    }
    return new DensityGrid(low, step, points);
  }

  int dimensions() {
    return low.length;
  }

  int size() {
    return dimensions() == 1 ? perDimension : perDimension * perDimension;
  }

  /** {@return all points, (size, dimensions) in row-major order} */
  double[] points() {
    double[] points = new double[size() * dimensions()];
    for (int i = 0; i < size(); i++) {
      for (int d = 0; d < dimensions(); d++) {
        points[i * dimensions() + d] = coordinate(i, d);
      }
    }
    return points;
  }

  private double coordinate(int point, int dimension) {
    int index = dimension == 0 ? point % perDimension : point / perDimension;
    return low[dimension] + index * step[dimension];
  }

  /** {@return ∫ p(z) dz} */
  double mass(double[] logDensity) {
    double sum = 0;
    for (double l : logDensity) {
      sum += Math.exp(l);
    }
    return sum * cell();
  }

  /** {@return E[z_a z_b], or E[z_a] where b is −1} */
  double moment(double[] logDensity, int a, int b) {
    double sum = 0;
    for (int i = 0; i < logDensity.length; i++) {
      sum += Math.exp(logDensity[i]) * coordinate(i, a) * (b < 0 ? 1 : coordinate(i, b));
    }
    return sum * cell();
  }

  private double cell() {
    return dimensions() == 1 ? step[0] : step[0] * step[1];
  }

  /** {@return the distribution function of a grid of one dimension, linear between points} */
  DoubleUnaryOperator distribution(double[] logDensity) {
    double[] cumulative = new double[logDensity.length];
    for (int i = 1; i < cumulative.length; i++) {
      double average = 0.5 * (Math.exp(logDensity[i - 1]) + Math.exp(logDensity[i]));
      cumulative[i] = cumulative[i - 1] + average * step[0];
    }
    return z -> {
      double position = (z - low[0]) / step[0];
      int left = (int) Math.min(Math.max(Math.floor(position), 0), cumulative.length - 2);
      double share = Math.min(Math.max(position - left, 0), 1);
      return cumulative[left] * (1 - share) + cumulative[left + 1] * share;
    };
  }
}
