package org.vaelix.analysis.internal.decomposition;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vaelix.core.random.PhiloxRandom;

/**
 * Rows dealt into minibatches of equal size at random; those left over are in none.
 *
 * @param members row numbers, minibatch by minibatch
 */
record Minibatches(int[][] members) {
  static Minibatches of(int rows, int size, long seed) {
    int[] order = IntStream.range(0, rows).toArray();
    new PhiloxRandom(seed, "analysis/minibatches", 0).shuffle(order);
    int[][] members = new int[rows / size][];
    Arrays.setAll(members, b -> Arrays.copyOfRange(order, b * size, (b + 1) * size));
    return new Minibatches(members);
  }

  int size() {
    return members[0].length;
  }

  /** {@return for each row which minibatch it is in, or −1} */
  int[] ofRows(int rows) {
    int[] which = new int[rows];
    Arrays.fill(which, -1);
    for (int b = 0; b < members.length; b++) {
      for (int row : members[b]) {
        which[row] = b;
      }
    }
    return which;
  }
}
