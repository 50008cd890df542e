package org.vaelix.core.internal.reference;

import java.util.Arrays;
import org.vaelix.core.graph.Shape;

/**
 * The order in which several arrays are visited together: all places of one index space, each array
 * with its own stride along each axis (0 where it is stretched). Neighbouring axes that every array
 * passes through as if they were one are joined, so that the innermost runs are long and their
 * loops simple enough for the just-in-time compiler to vectorise.
 */
final class Walk {
  /** Visits one innermost run. */
  @FunctionalInterface
  interface Run {
    /**
     * Visits the run.
     *
     * @param positions where it starts in each array; not to be kept or changed
     */
    void at(int[] positions);
  }

  private int[] sizes;
  private final int[][] strides;

  /**
   * Plans a walk.
   *
   * @param sizes of the index space
   * @param strides for each array, its stride along each axis
   */
  Walk(int[] sizes, int[]... strides) {
    this.sizes = new int[sizes.length];
    this.strides = new int[strides.length][sizes.length];
    int axes = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (sizes[axis] != 1) {
        boolean joins = axes > 0 && joins(axes - 1, axis, sizes[axis], strides);
        axes = joins ? axes : axes + 1;
        this.sizes[axes - 1] = joins ? this.sizes[axes - 1] * sizes[axis] : sizes[axis];
        for (int array = 0; array < strides.length; array++) {
          this.strides[array][axes - 1] = strides[array][axis];
        }
      }
    }
    trim(axes);
  }

  private boolean joins(int before, int axis, int size, int[][] original) {
    for (int array = 0; array < original.length; array++) {
      if (strides[array][before] != original[array][axis] * size) {
        return false;
      }
    }
    return true;
  }

  /** A space of one place still has one axis, of size 1. */
  private void trim(int axes) {
    sizes = Arrays.copyOf(sizes, Math.max(1, axes));
    sizes[0] = axes == 0 ? 1 : sizes[0];
    for (int array = 0; array < strides.length; array++) {
      strides[array] = Arrays.copyOf(strides[array], sizes.length);
    }
  }

  /**
   * {@return the strides with which an array is read as if it had a larger shape}
   *
   * @param from the array's shape
   * @param to a shape that it broadcasts to
   */
  static int[] stretched(Shape from, Shape to) {
    int[] own = from.strides();
    int[] result = new int[to.rank()];
    int extra = to.rank() - from.rank();
    for (int axis = extra; axis < result.length; axis++) {
      result[axis] = from.size(axis - extra) == 1 ? 0 : own[axis - extra];
    }
    return result;
  }

  /** {@return how many places an innermost run has} */
  int length() {
    return sizes[sizes.length - 1];
  }

  /**
   * {@return how far apart neighbours of a run lie in an array}
   *
   * @param array which
   */
  int stride(int array) {
    return strides[array][sizes.length - 1];
  }

  /**
   * Visits every run.
   *
   * @param start for each array, where its first place is
   * @param run visits one run
   */
  void each(int[] start, Run run) {
    int[] positions = start.clone();
    int[] index = new int[sizes.length];
    for (int left = runs(); left > 0; left--) {
      run.at(positions);
      advance(index, positions);
    }
  }

  private int runs() {
    return length() == 0 ? 0 : Shape.of(sizes).elements() / length();
  }

  private void advance(int[] index, int[] positions) {
    for (int axis = sizes.length - 2; axis >= 0; axis--) {
      boolean wraps = ++index[axis] == sizes[axis];
      int steps = wraps ? 1 - sizes[axis] : 1;
      for (int array = 0; array < positions.length; array++) {
        positions[array] += steps * strides[array][axis];
      }
      if (!wraps) {
        return;
      }
      index[axis] = 0;
    }
  }
}
