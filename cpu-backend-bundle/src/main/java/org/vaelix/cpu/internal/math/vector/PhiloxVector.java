package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.INTS;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** {@link org.vaelix.core.graph.Philox} on a vector of counters. */
final class PhiloxVector {
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final long LOW = 0xFFFFFFFFL;

  private static final IntVector RISING = IntVector.zero(INTS).addIndex(1);

  private PhiloxVector() {}

  /**
   * Computes the words of as many blocks as there are lanes: first all blocks' word 0, then word 1.
   */
  static void words(long seed, long step, int stream, int block, int[] words) {
    IntVector w0 = RISING.add(block);
    IntVector w1 = IntVector.broadcast(INTS, stream);
    IntVector w2 = IntVector.broadcast(INTS, (int) step);
    IntVector w3 = IntVector.broadcast(INTS, (int) (step >>> 32));
    int key0 = (int) seed;
    int key1 = (int) (seed >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      IntVector middle0 = high(w2, MULTIPLIER_1).lanewise(VectorOperators.XOR, w1);
      IntVector middle2 = high(w0, MULTIPLIER_0).lanewise(VectorOperators.XOR, w3);
      w1 = w2.mul((int) MULTIPLIER_1);
      w3 = w0.mul((int) MULTIPLIER_0);
      w0 = middle0.lanewise(VectorOperators.XOR, key0);
      w2 = middle2.lanewise(VectorOperators.XOR, key1);
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
    w0.intoArray(words, 0);
    w1.intoArray(words, COUNT);
    w2.intoArray(words, 2 * COUNT);
    w3.intoArray(words, 3 * COUNT);
  }

  /**
   * {@return the upper halves of the unsigned products}, of even and of odd lanes by themselves.
   */
  private static IntVector high(IntVector w, long multiplier) {
    LongVector pairs = w.reinterpretAsLongs();
    LongVector even = pairs.and(LOW).mul(multiplier);
    LongVector odd = pairs.lanewise(VectorOperators.LSHR, 32).mul(multiplier);
    LongVector joined = even.lanewise(VectorOperators.LSHR, 32).or(odd.and(~LOW));
    return joined.reinterpretAsInts();
  }
}
