package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Noise as {@link org.vaelix.core.graph.Noise} defines it: a vector's worth of blocks of four words
 * at once, kept word by word and put into the order of the elements at the end.
 */
final class VectorNoise {
  private static final int GROUP = 4 * COUNT;

  /** What takes a uniform number in [1, 2) with 23 places to the middle of its step in (0, 1). */
  private static final float TO_MIDDLE = 1 - 0x1p-24f;

  private static final int ONE = 0x3F800000;
  private static final float HALF_PI = (float) (Math.PI / 2);

  private static final ThreadLocal<VectorNoise> OWN = ThreadLocal.withInitial(VectorNoise::new);

  private final int[] words = new int[GROUP];
  private final float[] byWord = new float[GROUP];
  private final float[] inOrder = new float[GROUP];

  private VectorNoise() {}

  static void draw(
      boolean normal, long seed, long step, int stream, int first, float[] y, int yo, int n) {
    VectorNoise own = OWN.get();
    int skipped = first % 4;
    int block = first / 4;
    for (int i = 0; i < n; block += COUNT) {
      PhiloxVector.words(seed, step, stream, block, own.words);
      if (normal) {
        pair(own.words, 0, own.byWord);
        pair(own.words, 2 * COUNT, own.byWord);
      } else {
        uniform(own.words, own.byWord);
      }
      interleave(own.byWord, own.inOrder);
      int taken = Math.min(n - i, GROUP - skipped);
      System.arraycopy(own.inOrder, skipped, y, yo + i, taken);
      i += taken;
      skipped = 0;
    }
  }

  private static void uniform(int[] words, float[] y) {
    for (int i = 0; i < GROUP; i += COUNT) {
      uniform(IntVector.fromArray(Lanes.INTS, words, i)).intoArray(y, i);
    }
  }

  private static FloatVector uniform(IntVector word) {
    IntVector bits = word.lanewise(VectorOperators.LSHR, 9).or(ONE);
    return bits.reinterpretAsFloats().sub(TO_MIDDLE);
  }

  /**
   * Box and Muller's two numbers from two words. The angle 2πu is taken in quarter turns, whose
   * distance to the nearest whole one is exact.
   */
  private static void pair(int[] words, int at, float[] y) {
    FloatVector u0 = uniform(IntVector.fromArray(Lanes.INTS, words, at));
    FloatVector u1 = uniform(IntVector.fromArray(Lanes.INTS, words, at + COUNT));
    FloatVector radius = Logarithm.log(u0).mul(-2).sqrt();
    FloatVector quarters = u1.mul(4);
    FloatVector rounded = quarters.add(Lanes.ROUNDER);
    FloatVector r = quarters.sub(rounded.sub(Lanes.ROUNDER)).mul(all(HALF_PI));
    IntVector quadrant = rounded.reinterpretAsInts();
    radius.mul(Trigonometry.quadrant(r, quadrant.add(1))).intoArray(y, at);
    radius.mul(Trigonometry.quadrant(r, quadrant)).intoArray(y, at + COUNT);
  }

  private static void interleave(float[] byWord, float[] inOrder) {
    for (int i = 0; i < COUNT; i++) {
      inOrder[4 * i] = byWord[i];
      inOrder[4 * i + 1] = byWord[COUNT + i];
      inOrder[4 * i + 2] = byWord[2 * COUNT + i];
      inOrder[4 * i + 3] = byWord[3 * COUNT + i];
    }
  }
}
