package org.vaelix.core.backend;

import org.vaelix.core.graph.Shape;

/**
 * A mutable array in the JVM's memory, in single or double precision, row-major: how values enter
 * and leave a program. The array that is wrapped is used, not copied. Not thread-safe.
 */
public final class HostArray {
  private final Shape shape;
  private final float[] floats;
  private final double[] doubles;

  private HostArray(Shape shape, float[] floats, double[] doubles, int length) {
    if (length != shape.elements()) {
      throw new IllegalArgumentException(length + " values do not fill " + shape);
    }
    this.shape = shape;
    this.floats = floats;
    this.doubles = doubles;
  }

  /**
   * {@return an array over these values, in double precision}
   *
   * @param shape of the array
   * @param values in row-major order
   */
  public static HostArray of(Shape shape, double... values) {
    return new HostArray(shape, null, values, values.length);
  }

  /**
   * {@return an array over these values, in single precision}
   *
   * @param shape of the array
   * @param values in row-major order
   */
  public static HostArray of(Shape shape, float[] values) {
    return new HostArray(shape, values, null, values.length);
  }

  /** {@return the shape} */
  public Shape shape() {
    return shape;
  }

  /** {@return whether the values are in double precision} */
  public boolean isDouble() {
    return doubles != null;
  }

  /** {@return the values themselves if they are in single precision, else null} */
  public float[] floats() {
    return floats;
  }

  /** {@return the values themselves if they are in double precision, else null} */
  public double[] doubles() {
    return doubles;
  }

  /**
   * {@return one value}
   *
   * @param index in row-major order
   */
  public double get(int index) {
    return doubles != null ? doubles[index] : floats[index];
  }

  /**
   * Changes one value.
   *
   * @param index in row-major order
   * @param value the new value, rounded to the array's precision
   */
  public void set(int index, double value) {
    if (doubles != null) {
      doubles[index] = value;
    } else {
      floats[index] = (float) value;
    }
  }

  /** {@return a copy of the values in double precision} */
  public double[] toDoubles() {
    if (doubles != null) {
      return doubles.clone();
    }
    double[] copy = new double[floats.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = floats[i];
    }
    return copy;
  }

  /** {@return a copy} */
  public HostArray copy() {
    return new HostArray(
        shape,
        floats == null ? null : floats.clone(),
        doubles == null ? null : doubles.clone(),
        shape.elements());
  }

  /**
   * {@return the same values under another shape}
   *
   * @param target has as many elements
   */
  public HostArray withShape(Shape target) {
    return new HostArray(target, floats, doubles, shape.elements());
  }

  /**
   * Copies a range of values from another array, of either precision.
   *
   * @param source where from
   * @param from first index there
   * @param to first index here
   * @param count how many
   */
  public void copyFrom(HostArray source, int from, int to, int count) {
    if (doubles != null && source.doubles != null) {
      System.arraycopy(source.doubles, from, doubles, to, count);
    } else if (floats != null && source.floats != null) {
      System.arraycopy(source.floats, from, floats, to, count);
    } else {
      for (int i = 0; i < count; i++) {
        set(to + i, source.get(from + i));
      }
    }
  }
}
