package org.vaelix.cpu.internal.layout;

import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Copies a box of values from one strided place to another, or adds it there.
 *
 * @param sizes of the box's axes, outermost first, at least one
 * @param from offset of the first value read
 * @param fromStrides for each axis
 * @param to offset of the first value written
 * @param toStrides for each axis
 * @param adds whether values are added to what is there; overlapping places then need one part
 */
record StridedCopy(int[] sizes, int from, int[] fromStrides, int to, int[] toStrides, boolean adds)
    implements Task {
  private static final int MOST_PARTS = 16;
  private static final int FEWEST_VALUES = 16_384;

  @Override
  public int parts() {
    return Math.max(1, Math.min(Math.min(MOST_PARTS, sizes[0]), values() / FEWEST_VALUES));
  }

  private int values() {
    int values = 1;
    for (int size : sizes) {
      values *= size;
    }
    return values;
  }

  @Override
  public long nanoseconds() {
    return values();
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int first = (int) ((long) sizes[0] * part / parts());
    int last = (int) ((long) sizes[0] * (part + 1) / parts());
    if (sizes.length == 1) {
      row(memory, from + first * fromStrides[0], to + first * toStrides[0], last - first);
      return;
    }
    for (int i = first; i < last; i++) {
      box(memory, 1, from + i * fromStrides[0], to + i * toStrides[0]);
    }
  }

  private void box(float[] memory, int axis, int source, int target) {
    if (axis == sizes.length - 1) {
      row(memory, source, target, sizes[axis]);
      return;
    }
    for (int i = 0; i < sizes[axis]; i++) {
      box(memory, axis + 1, source + i * fromStrides[axis], target + i * toStrides[axis]);
    }
  }

  private void row(float[] memory, int source, int target, int count) {
    int fromStride = fromStrides[sizes.length - 1];
    int toStride = toStrides[sizes.length - 1];
    if (adds) {
      for (int i = 0; i < count; i++) {
        memory[target + i * toStride] += memory[source + i * fromStride];
      }
    } else if (fromStride == 1 && toStride == 1) {
      System.arraycopy(memory, source, memory, target, count);
    } else {
      for (int i = 0; i < count; i++) {
        memory[target + i * toStride] = memory[source + i * fromStride];
      }
    }
  }
}
