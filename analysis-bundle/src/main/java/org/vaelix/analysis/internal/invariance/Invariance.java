package org.vaelix.analysis.internal.invariance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vaelix.analysis.internal.Estimate;

/**
 * What was found.
 *
 * @param rows how many rows it is from
 * @param symmetries of the bound
 * @param isUsed whether an axis varies over rows
 * @param rotations by name
 */
record Invariance(
    int rows, Symmetries symmetries, boolean[] isUsed, Map<String, Change> rotations) {
  /**
   * By how much a rotation changes the bound, in nats per row.
   *
   * @param free with the posterior rotated
   * @param independent with one of independent dimensions, if the model's is
   */
  record Change(Estimate free, Optional<Estimate> independent) {}

  /** {@return the number of each axis's block} */
  double[] blockOfAxes() {
    double[] number = new double[isUsed.length];
    List<int[]> blocks = symmetries.blocks();
    for (int b = 0; b < blocks.size(); b++) {
      for (int axis : blocks.get(b)) {
        number[axis] = b;
      }
    }
    return number;
  }

  /** {@return axes as people write them: 0-2, 5} */
  static String axes(int[] axes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < axes.length; i++) {
      int last = i;
      while (last + 1 < axes.length && axes[last + 1] == axes[last] + 1) {
        last++;
      }
      text.append(text.length() == 0 ? "" : ", ").append(axes[i]);
      if (last > i) {
        text.append('-').append(axes[last]);
      }
      i = last;
    }
    return text.toString();
  }

  /** {@return those of some axes that vary over rows, as people write them} */
  String used(int[] axes) {
    int[] used = Arrays.stream(axes).filter(axis -> isUsed[axis]).toArray();
    return used.length == 0 ? "none" : axes(used);
  }

  /** {@return the blocks of more than one axis, as people write them} */
  String rotated() {
    return symmetries.blocks().stream()
        .filter(block -> block.length > 1)
        .map(block -> "{" + axes(block) + "}")
        .collect(Collectors.joining(", "));
  }
}
