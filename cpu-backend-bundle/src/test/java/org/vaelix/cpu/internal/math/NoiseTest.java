package org.vaelix.cpu.internal.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.graph.Noise;

/** Noise is what {@link Noise} defines, from any element on. */
class NoiseTest {
  private static final int SIZE = 3000;
  private static final long SEED = 0x123456789ABCDEFL;
  private static final long STEP = 0xFEDCBA987L;
  private static final int STREAM = 0x89ABCDEF;
  private static final int[][] PIECES = {
    {0, SIZE}, {1, 1}, {2, 700}, {3, 5}, {4, 256}, {1023, 513}
  };

  static java.util.stream.Stream<BlockMath> both() {
    return RangesTest.both();
  }

  @ParameterizedTest
  @MethodSource("both")
  void uniformNumbersAreTheSameBits(BlockMath math) {
    double[] exact = new double[SIZE];
    Noise.uniform(SEED, STEP, STREAM, exact);
    for (int[] piece : PIECES) {
      float[] y = new float[SIZE + 5];
      math.uniform(SEED, STEP, STREAM, piece[0], y, 5, piece[1]);
      for (int i = 0; i < piece[1]; i++) {
        assertEquals(exact[piece[0] + i], y[5 + i], 0.0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void normalNumbersAgreeToOneInAMillion(BlockMath math) {
    double[] exact = new double[SIZE];
    Noise.normal(SEED, STEP, STREAM, exact);
    for (int[] piece : PIECES) {
      float[] y = new float[SIZE + 5];
      math.normal(SEED, STEP, STREAM, piece[0], y, 5, piece[1]);
      for (int i = 0; i < piece[1]; i++) {
        double wanted = exact[piece[0] + i];
        assertEquals(wanted, y[5 + i], 1e-6 * Math.abs(wanted));
      }
    }
  }
}
