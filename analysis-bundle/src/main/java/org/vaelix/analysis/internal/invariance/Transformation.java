package org.vaelix.analysis.internal.invariance;

import java.util.random.RandomGenerator;

/**
 * An orthogonal map of the latent space.
 *
 * @param matrix z ↦ matrix · z
 */
record Transformation(double[][] matrix) {
  /** Symmetric under no exchange and no sign, unlike 45° or 90°. */
  private static final double ANGLE = Math.PI / 6;

  /** {@return the rotation of two axes by 30°} */
  static Transformation rotation(int size, int i, int j) {
    Transformation rotation = identity(size);
    rotation.rotate(i, j, ANGLE);
    return rotation;
  }

  /** {@return the exchange of two axes} */
  static Transformation exchange(int size, int i, int j) {
    Transformation exchange = identity(size);
    exchange.matrix[i] = unit(size, j);
    exchange.matrix[j] = unit(size, i);
    return exchange;
  }

  /** {@return the change of an axis's sign} */
  static Transformation flip(int size, int i) {
    Transformation flip = identity(size);
    flip.matrix[i][i] = -1;
    return flip;
  }

  /** {@return a random rotation of some axes among one another} */
  static Transformation random(int size, int[] axes, RandomGenerator random) {
    Transformation rotation = identity(size);
    for (int sweep = 0; sweep < 3; sweep++) {
      for (int i = 0; i < axes.length; i++) {
        for (int j = i + 1; j < axes.length; j++) {
          rotation.rotate(axes[i], axes[j], 2 * Math.PI * random.nextDouble());
        }
      }
    }
    return rotation;
  }

  private static Transformation identity(int size) {
    double[][] matrix = new double[size][];
    for (int i = 0; i < size; i++) {
      matrix[i] = unit(size, i);
    }
    return new Transformation(matrix);
  }

  private static double[] unit(int size, int axis) {
    double[] unit = new double[size];
    unit[axis] = 1;
    return unit;
  }

  private void rotate(int i, int j, double angle) {
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    for (int k = 0; k < matrix.length; k++) {
      double first = matrix[i][k];
      double second = matrix[j][k];
      matrix[i][k] = cosine * first - sine * second;
      matrix[j][k] = sine * first + cosine * second;
    }
  }
}
