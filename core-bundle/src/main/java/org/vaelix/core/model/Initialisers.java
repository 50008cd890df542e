package org.vaelix.core.model;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;

/**
 * The usual first values of variables, for authors of architectures.
 *
 * <p>Fan-in and fan-out are how many values a weight's result is summed from and how many results a
 * value contributes to: m and n of a matrix (m, n) that multiplies rows from the right, C·U·V and
 * O·U·V of a filter (O, C, U, V).
 */
public final class Initialisers {
  private Initialisers() {}

  /** {@return all 0} */
  public static Initialiser zeros() {
    return constant(0);
  }

  /**
   * {@return all the same}
   *
   * @param value of each
   */
  public static Initialiser constant(double value) {
    return (shape, random) -> fill(shape, () -> value);
  }

  /**
   * {@return given values}
   *
   * @param values in row-major order, as many as the variable has elements
   */
  public static Initialiser values(double... values) {
    double[] kept = values.clone();
    return (shape, random) -> {
      if (kept.length != shape.elements()) {
        throw new ModelException(kept.length + " first values do not fill a variable of " + shape);
      }
      return kept.clone();
    };
  }

  /**
   * {@return U(−a, a) with a = √(6 / (fan-in + fan-out)), for weights before tanh, a logistic
   * function or nothing (Glorot and Bengio 2010, equation 16)}
   */
  public static Initialiser glorotUniform() {
    return (shape, random) -> {
      double bound = Math.sqrt(6.0 / (fanIn(shape) + fanOut(shape)));
      return fill(shape, () -> bound * (2 * random.nextDouble() - 1));
    };
  }

  /** {@return N(0, 2 / fan-in), for weights before a rectifier (He et al. 2015, equation 10)} */
  public static Initialiser heNormal() {
    return (shape, random) -> {
      double scale = Math.sqrt(2.0 / fanIn(shape));
      return fill(shape, () -> scale * random.nextGaussian());
    };
  }

  private static double[] fill(Shape shape, DoubleSupplier next) {
    double[] values = new double[shape.elements()];
    Arrays.setAll(values, i -> next.getAsDouble());
    return values;
  }

  private static int fanIn(Shape shape) {
    return isFilter(shape) ? shape.dropLeading(1).elements() : shape.size(0);
  }

  private static int fanOut(Shape shape) {
    return isFilter(shape) ? shape.size(0) * shape.dropLeading(2).elements() : shape.size(1);
  }

  private static boolean isFilter(Shape shape) {
    if (shape.rank() != 2 && shape.rank() != 4) {
      throw new ModelException("no fan-in is defined for a weight of shape " + shape);
    }
    return shape.rank() == 4;
  }
}
