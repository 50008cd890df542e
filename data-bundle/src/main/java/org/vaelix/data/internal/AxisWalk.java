package org.vaelix.data.internal.npy;

/** Goes through an array in the order of its file, and says where each element goes. */
final class AxisWalk {
  /** Axes from the fastest in the file to the slowest. */
  private final int[] sizes;

  private final int[] strides;
  private final int[] position;
  private int index;

  /**
   * Creates a walk.
   *
   * @param header of the file
   * @param targetStrides for each axis of the file, how far apart its neighbours go
   */
  AxisWalk(NpyHeader header, int[] targetStrides) {
    int rank = targetStrides.length;
    sizes = new int[rank];
    strides = new int[rank];
    position = new int[rank];
    for (int i = 0; i < rank; i++) {
      int axis = header.fortranOrder() ? i : rank - 1 - i;
      sizes[i] = header.shape().size(axis);
      strides[i] = targetStrides[axis];
    }
  }

  /** {@return where the next element goes} */
  int next() {
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
