package org.vaelix.core.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor's axes, outermost first; values lie in row-major order. A scalar has no
 * axis. Immutable.
 */
public final class Shape {
  private static final Shape SCALAR = new Shape(new int[0]);

  private final int[] sizes;

  private Shape(int[] sizes) {
    this.sizes = sizes;
  }

  /**
   * {@return the shape with these axis sizes}
   *
   * @param sizes each at least 0
   * @throws ShapeException if a size is negative or the number of elements exceeds an int
   */
  public static Shape of(int... sizes) {
    long elements = 1;
    for (int size : sizes) {
      if (size < 0) {
        throw new ShapeException("a size is negative in " + Arrays.toString(sizes));
      }
      elements *= size;
      if (elements > Integer.MAX_VALUE) {
        throw new ShapeException("too many elements in " + Arrays.toString(sizes));
      }
    }
    return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
  }

  /** {@return the shape of a single number} */
  public static Shape scalar() {
    return SCALAR;
  }

  /** {@return the number of axes} */
  public int rank() {
    return sizes.length;
  }

  /**
   * {@return the size of an axis}
   *
   * @param axis from 0, or negative to count from the last axis
   * @throws ShapeException if there is no such axis
   */
  public int size(int axis) {
    return sizes[axis(axis)];
  }

  /**
   * {@return the axis as a number from 0}
   *
   * @param axis from 0, or negative to count from the last axis
   * @throws ShapeException if there is no such axis
   */
  public int axis(int axis) {
    int fromZero = axis < 0 ? axis + sizes.length : axis;
    if (fromZero < 0 || fromZero >= sizes.length) {
      throw new ShapeException("axis " + axis + " does not exist in " + this);
    }
    return fromZero;
  }

  /** {@return a copy of the axis sizes} */
  public int[] sizes() {
    return sizes.clone();
  }

  /** {@return the number of elements} */
  public int elements() {
    int elements = 1;
    for (int size : sizes) {
      elements *= size;
    }
    return elements;
  }

  /** {@return for each axis, how many elements apart its neighbours lie in row-major order} */
  public int[] strides() {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= sizes[axis];
    }
    return strides;
  }

  /**
   * {@return this shape with one axis resized}
   *
   * @param axis from 0, or negative to count from the last axis
   * @param size the new size
   */
  public Shape with(int axis, int size) {
    int[] changed = sizes.clone();
    changed[axis(axis)] = size;
    return of(changed);
  }

  /**
   * {@return this shape with axes put in front}
   *
   * @param leading the sizes of the new leading axes
   */
  public Shape prepend(int... leading) {
    int[] joined = Arrays.copyOf(leading, leading.length + sizes.length);
    System.arraycopy(sizes, 0, joined, leading.length, sizes.length);
    return of(joined);
  }

  /**
   * {@return this shape without its first axes}
   *
   * @param axes how many to drop
   */
  public Shape dropLeading(int axes) {
    return of(Arrays.copyOfRange(sizes, axes, sizes.length));
  }

  /**
   * {@return the shape to which both broadcast, by NumPy's rule: axes are aligned at the last one,
   * and a size of 1 stretches}
   *
   * @param other the other shape
   * @throws ShapeException if two aligned sizes differ and neither is 1
   */
  public Shape broadcast(Shape other) {
    int rank = Math.max(rank(), other.rank());
    int[] result = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int a = alignedSize(axis, rank);
      int b = other.alignedSize(axis, rank);
      if (a != b && a != 1 && b != 1) {
        throw new ShapeException("shapes " + this + " and " + other + " do not broadcast");
      }
      result[axis] = a == 1 ? b : a;
    }
    return of(result);
  }

  private int alignedSize(int axis, int rank) {
    int own = axis - (rank - sizes.length);
    return own < 0 ? 1 : sizes[own];
  }

  /** {@return the axis sizes as a list} */
  public List<Integer> toList() {
    return Arrays.stream(sizes).boxed().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /** {@return the sizes as they are written in Python, for example {@code (128, 50)}} */
  @Override
  public String toString() {
    String joined =
        Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    return sizes.length == 1 ? "(" + joined + ",)" : "(" + joined + ")";
  }
}
