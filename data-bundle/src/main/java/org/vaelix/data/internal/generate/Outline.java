package org.vaelix.data.internal.generate;

import java.util.Locale;

/**
 * A figure that fits into the unit circle, around its own origin; y points up. Only sums, products
 * and comparisons decide, so that every machine draws the same.
 */
public enum Outline {
  /** A square whose corners are on the circle. */
  SQUARE {
    @Override
    boolean holds(double x, double y) {
      return 2 * x * x <= 1 && 2 * y * y <= 1;
    }
  },
  /** An ellipse, half as high as wide. */
  ELLIPSE {
    @Override
    boolean holds(double x, double y) {
      return x * x + 4 * y * y <= 1;
    }
  },
  /** A triangle with equal sides whose corners are on the circle, one of them at the top. */
  TRIANGLE {
    @Override
    boolean holds(double x, double y) {
      return y >= -0.5 && ROOT_OF_3 * Math.abs(x) + y <= 1;
    }
  },
  /** The heart (x² + y² − 1)³ ≤ x² y³, made smaller to fit. */
  HEART {
    @Override
    boolean holds(double x, double y) {
      double u = HEART_RADIUS * x;
      double v = HEART_RADIUS * y;
      double t = u * u + v * v - 1;
      return t * t * t <= u * u * v * v * v;
    }
  };

  private static final double ROOT_OF_3 = Math.sqrt(3);

  /** The heart's curve is nowhere farther than 1.4246 from the origin. */
  private static final double HEART_RADIUS = 1.425;

  /**
   * {@return whether a point is inside}
   *
   * @param x from −1 to 1, to the right
   * @param y from −1 to 1, upwards
   */
  abstract boolean holds(double x, double y);

  /** {@return its name in recipes and labels} */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
