package org.vaelix.analysis.internal.invariance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What leaves the bound as it is, draw by draw.
 *
 * @param blocks axes that may be rotated among one another; each axis is in one
 * @param isFlipped whether the sign of an axis may change
 * @param orders axes that may be exchanged for one another; each axis is in one
 */
record Symmetries(List<int[]> blocks, boolean[] isFlipped, List<int[]> orders) {
  /** In nats: less is rounding in single precision. */
  private static final double NOTHING = 2e-3;

  static Symmetries of(Changes changes, int size) {
    List<int[]> pairs = pairs(size);
    List<Transformation> maps = new ArrayList<>();
    pairs.forEach(pair -> maps.add(Transformation.rotation(size, pair[0], pair[1])));
    pairs.forEach(pair -> maps.add(Transformation.exchange(size, pair[0], pair[1])));
    IntStream.range(0, size).forEach(axis -> maps.add(Transformation.flip(size, axis)));
    List<Boolean> leaves = changes.of(maps).stream().map(Symmetries::isNothing).toList();
    int count = pairs.size();
    boolean[] isFlipped = new boolean[size];
    for (int axis = 0; axis < size; axis++) {
      isFlipped[axis] = leaves.get(2 * count + axis);
    }
    return new Symmetries(
        joined(pairs, leaves.subList(0, count), size),
        isFlipped,
        joined(pairs, leaves.subList(count, 2 * count), size));
  }

  static boolean isNothing(double[] changes) {
    double squares = Arrays.stream(changes).map(change -> change * change).average().orElseThrow();
    return Math.sqrt(squares) < NOTHING;
  }

  private static List<int[]> pairs(int size) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    return pairs;
  }

  /** Axes that are linked, directly or by others. */
  private static List<int[]> joined(List<int[]> pairs, List<Boolean> isLinked, int size) {
    int[] group = IntStream.range(0, size).toArray();
    for (int p = 0; p < pairs.size(); p++) {
      if (isLinked.get(p)) {
        int kept = group[pairs.get(p)[0]];
        int gone = group[pairs.get(p)[1]];
        Arrays.setAll(group, axis -> group[axis] == gone ? kept : group[axis]);
      }
    }
    return Arrays.stream(group)
        .distinct()
        .mapToObj(g -> IntStream.range(0, size).filter(axis -> group[axis] == g).toArray())
        .toList();
  }
}
