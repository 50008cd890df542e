package org.vaelix.cpu.internal.math.vector;

import java.util.Arrays;
import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.thread.PerThread;

/**
 * Noise as {@link org.vaelix.core.graph.Noise} defines it: many blocks of four words at once, kept
 * word by word (0, 2, 1, 3) and put into the order of the elements at the end.
 */
final class VectorNoise {
  /** Elements at once, and the blocks they come from. */
  private static final int GROUP = 256;

  private static final int BLOCKS = GROUP / 4;

  private static final PerThread<VectorNoise> OWN = new PerThread<>(VectorNoise::new);

  private static final int ROUNDS = 10;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;

  private static final Loop ROUND = Loop.of(PhiloxLoops.class, "round");
  private static final Loop UNIFORM = Loop.of(PhiloxLoops.class, "uniform");
  private static final Loop LOG = Dispatch.loop(Op.LOG);
  private static final Loop RADIUS = Loop.of(NoiseLoops.class, "radius");
  private static final Loop REMAINDER = Loop.of(NoiseLoops.class, "remainder");
  private static final Loop QUADRANT = Loop.of(NoiseLoops.class, "quadrant");
  private static final Loop NEXT = Loop.of(Trigonometry.class, "next");
  private static final Loop TURN = Loop.of(Trigonometry.class, "turn");
  private static final Loop MULTIPLY = Dispatch.loop(Op.MULTIPLY);

  private final int[] words = new int[GROUP];
  private final float[] numbers = new float[GROUP];
  private final float[] remainders = new float[2 * BLOCKS];
  private final float[] quadrants = new float[2 * BLOCKS];
  private final float[] inOrder = new float[GROUP];

  private VectorNoise() {}

  static void draw(
      boolean normal, long seed, long step, int stream, int first, float[] y, int yo, int n) {
    VectorNoise own = OWN.get();
    int skipped = first % 4;
    int block = first / 4;
    for (int i = 0; i < n; block += BLOCKS) {
      own.group(normal, seed, step, stream, block);
      int taken = Math.min(n - i, GROUP - skipped);
      System.arraycopy(own.inOrder, skipped, y, yo + i, taken);
      i += taken;
      skipped = 0;
    }
  }

  private void group(boolean normal, long seed, long step, int stream, int block) {
    words(seed, step, stream, block);
    UNIFORM.run(words, numbers);
    if (normal) {
      pairs();
    }
    interleave();
  }

  private void words(long seed, long step, int stream, int block) {
    for (int i = 0; i < BLOCKS; i++) {
      words[i] = block + i;
    }
    Arrays.fill(words, BLOCKS, 2 * BLOCKS, (int) step);
    Arrays.fill(words, 2 * BLOCKS, 3 * BLOCKS, stream);
    Arrays.fill(words, 3 * BLOCKS, GROUP, (int) (step >>> 32));
    int key0 = (int) seed;
    int key1 = (int) (seed >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      ROUND.run(words, key0, key1);
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
  }

  /** Box and Muller: radii from words 0 and 2, angles from words 1 and 3. */
  private void pairs() {
    int half = 2 * BLOCKS;
    LOG.run(numbers, 0, numbers, 0, half);
    RADIUS.run(numbers, 0, numbers, 0, half);
    REMAINDER.run(numbers, half, remainders, 0, half);
    QUADRANT.run(numbers, half, quadrants, 0, half);
    TURN.run(remainders, 0, quadrants, 0, numbers, half, half);
    MULTIPLY.run(numbers, 0, numbers, half, numbers, half, half);
    NEXT.run(quadrants, 0, quadrants, 0, half);
    TURN.run(remainders, 0, quadrants, 0, remainders, 0, half);
    MULTIPLY.run(numbers, 0, remainders, 0, numbers, 0, half);
  }

  private void interleave() {
    for (int i = 0; i < BLOCKS; i++) {
      inOrder[4 * i] = numbers[i];
      inOrder[4 * i + 1] = numbers[2 * BLOCKS + i];
      inOrder[4 * i + 2] = numbers[BLOCKS + i];
      inOrder[4 * i + 3] = numbers[3 * BLOCKS + i];
    }
  }
}
