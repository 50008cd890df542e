package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.INTS;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link org.vaelix.core.graph.Philox} on many counters at once: of an array, the first quarter is
 * their words 0, the second their words 2, then 1 and 3.
 */
final class PhiloxLoops {
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final LongVector LOW = longs(0xFFFFFFFFL);
  private static final LongVector HIGH = longs(0xFFFFFFFF00000000L);
  private static final int BITS_OF_ONE = 0x3F800000;

  /** What takes a number in [1, 2) of 23 places to the middle of its step in (0, 1). */
  private static final float TO_MIDDLE = 1 - 0x1p-24f;

  private PhiloxLoops() {}

  private static LongVector longs(long value) {
    return LongVector.broadcast(LongVector.SPECIES_PREFERRED, value);
  }

  /**
   * One round; the upper halves of unsigned products are of even and of odd lanes by themselves.
   */
  static void round(int[] words, int key0, int key1) {
    int quarter = words.length / 4;
    for (int i = 0; i < quarter; i += COUNT) {
      IntVector w0 = IntVector.fromArray(INTS, words, i);
      IntVector w2 = IntVector.fromArray(INTS, words, quarter + i);
      IntVector w1 =
          IntVector.fromArray(INTS, words, 2 * quarter + i).lanewise(VectorOperators.XOR, key0);
      IntVector w3 =
          IntVector.fromArray(INTS, words, 3 * quarter + i).lanewise(VectorOperators.XOR, key1);
      LongVector pairs0 = w0.reinterpretAsLongs();
      LongVector pairs2 = w2.reinterpretAsLongs();
      LongVector even0 = pairs0.and(LOW).mul(MULTIPLIER_0).lanewise(VectorOperators.LSHR, 32);
      LongVector even2 = pairs2.and(LOW).mul(MULTIPLIER_1).lanewise(VectorOperators.LSHR, 32);
      LongVector odd0 = pairs0.lanewise(VectorOperators.LSHR, 32).mul(MULTIPLIER_0).and(HIGH);
      LongVector odd2 = pairs2.lanewise(VectorOperators.LSHR, 32).mul(MULTIPLIER_1).and(HIGH);
      even2.or(odd2).reinterpretAsInts().lanewise(VectorOperators.XOR, w1).intoArray(words, i);
      even0
          .or(odd0)
          .reinterpretAsInts()
          .lanewise(VectorOperators.XOR, w3)
          .intoArray(words, quarter + i);
      w2.mul((int) MULTIPLIER_1).intoArray(words, 2 * quarter + i);
      w0.mul((int) MULTIPLIER_0).intoArray(words, 3 * quarter + i);
    }
  }

  /** Of the 23 highest bits a number in [1, 2), then the middle of its step in (0, 1). */
  static void uniform(int[] words, float[] y) {
    for (int i = 0; i < words.length; i += COUNT) {
      IntVector high = IntVector.fromArray(INTS, words, i).lanewise(VectorOperators.LSHR, 9);
      high.or(BITS_OF_ONE).reinterpretAsFloats().sub(TO_MIDDLE).intoArray(y, i);
    }
  }
}
