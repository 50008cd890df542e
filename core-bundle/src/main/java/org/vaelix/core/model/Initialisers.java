package org.vaelix.core.model;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
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
    return uniform(shape -> Math.sqrt(6.0 / (fanIn(shape) + fanOut(shape))));
  }

  /** {@return N(0, 2 / (fan-in + fan-out)) (Glorot and Bengio 2010, equation 12)} */
  public static Initialiser glorotNormal() {
    return normal(shape -> Math.sqrt(2.0 / (fanIn(shape) + fanOut(shape))));
  }

  /** {@return N(0, 2 / fan-in), for weights before a rectifier (He et al. 2015, equation 10)} */
  public static Initialiser heNormal() {
    return normal(shape -> Math.sqrt(2.0 / fanIn(shape)));
  }

  /** {@return U(−a, a) with a = √(6 / fan-in), of the same variance as {@link #heNormal()}} */
  public static Initialiser heUniform() {
    return uniform(shape -> Math.sqrt(6.0 / fanIn(shape)));
  }

  /** {@return N(0, 1 / fan-in) (LeCun et al. 1998, equation 16)} */
  public static Initialiser lecunNormal() {
    return normal(shape -> Math.sqrt(1.0 / fanIn(shape)));
  }

  /** {@return U(−a, a) with a = √(3 / fan-in), of the same variance as {@link #lecunNormal()}} */
  public static Initialiser lecunUniform() {
    return uniform(shape -> Math.sqrt(3.0 / fanIn(shape)));
  }

  /**
   * {@return U(−a, a) with a = 1 / √fan-in (Glorot and Bengio 2010, equation 1), a third of the
   * variance of {@link #lecunUniform()}; what PyTorch's layers start with}
   */
  public static Initialiser fanInUniform() {
    return uniform(shape -> 1 / Math.sqrt(fanIn(shape)));
  }

  private static Initialiser uniform(ToDoubleFunction<Shape> bound) {
    return (shape, random) -> {
      double a = bound.applyAsDouble(shape);
      return fill(shape, () -> a * (2 * random.nextDouble() - 1));
    };
  }

  private static Initialiser normal(ToDoubleFunction<Shape> deviation) {
    return (shape, random) -> {
      double sigma = deviation.applyAsDouble(shape);
      return fill(shape, () -> sigma * random.nextGaussian());
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
