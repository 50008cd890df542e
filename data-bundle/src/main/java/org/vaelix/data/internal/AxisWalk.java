package org.vaelix.data.internal;

import org.vaelix.core.graph.Shape;

/** Goes through an array in the order of its file, and says where each element goes. */
public final class AxisWalk {
  /** Axes from the fastest in the file to the slowest. */
  private final int[] sizes;

  private final int[] strides;
  private final int[] position;
  private int index;

  /**
   * Creates a walk.
   *
   * @param shape in the file
   * @param firstAxisIsFastest whether neighbours in the file lie along the first axis, not the last
   * @param targetStrides for each axis of the file, how far apart its neighbours go
   */
  public AxisWalk(Shape shape, boolean firstAxisIsFastest, int[] targetStrides) {
    int rank = targetStrides.length;
    sizes = new int[rank];
    strides = new int[rank];
    position = new int[rank];
    for (int i = 0; i < rank; i++) {
      int axis = firstAxisIsFastest ? i : rank - 1 - i;
      sizes[i] = shape.size(axis);
      strides[i] = targetStrides[axis];
    }
  }

  /** {@return where the next element goes} */
  public int next() {
    int current = index;
    for (int i = 0; i < sizes.length; i++) {
      index += strides[i];
      if (++position[i] < sizes[i]) {
        break;
      }
      index -= strides[i] * sizes[i];
      position[i] = 0;
    }
    return current;
  }
}
