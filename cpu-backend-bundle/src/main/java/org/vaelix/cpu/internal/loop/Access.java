package org.vaelix.cpu.internal.loop;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.graph.Shape;

/**
 * How a tensor lies under a loop's index space: sizes of the space's axes, outermost first, and how
 * far apart the tensor's neighbours along each lie; 0 where it is stretched. Axes that can be
 * walked as one are joined.
 *
 * @param sizes of the joined axes, at least one
 * @param strides of the joined axes
 */
record Access(int[] sizes, int[] strides) {
  /** A tensor of a shape that broadcasts to the space. */
  static Access of(Shape space, Shape tensor) {
    int[] strides = new int[space.rank()];
    int[] own = tensor.strides();
    int shift = space.rank() - tensor.rank();
    for (int axis = shift; axis < strides.length; axis++) {
      strides[axis] = tensor.size(axis - shift) == 1 ? 0 : own[axis - shift];
    }
    return joined(space.sizes(), strides);
  }

  /** Joins neighbouring axes over which the place moves evenly. */
  static Access joined(int[] sizes, int[] strides) {
    List<int[]> axes = new ArrayList<>();
    for (int axis = 0; axis < sizes.length; axis++) {
      int[] last = axes.isEmpty() ? null : axes.get(axes.size() - 1);
      if (sizes[axis] == 1) {
        continue;
      }
      if (last != null && last[1] == strides[axis] * sizes[axis]) {
        last[0] *= sizes[axis];
        last[1] = strides[axis];
      } else {
        axes.add(new int[] {sizes[axis], strides[axis]});
      }
    }
    if (axes.isEmpty()) {
      axes.add(new int[] {1, 0});
    }
    return new Access(
        axes.stream().mapToInt(a -> a[0]).toArray(), axes.stream().mapToInt(a -> a[1]).toArray());
  }

  boolean isScalar() {
    return strides.length == 1 && strides[0] == 0;
  }

  boolean isContiguous() {
    return strides.length == 1 && (strides[0] == 1 || sizes[0] == 1);
  }

  int innerSize() {
    return sizes[sizes.length - 1];
  }

  int innerStride() {
    return strides[strides.length - 1];
  }

  /** The place of an index of the flattened space. */
  int place(int index) {
    int place = 0;
    int rest = index;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      place += rest % sizes[axis] * strides[axis];
      rest /= sizes[axis];
    }
    return place;
  }
}
