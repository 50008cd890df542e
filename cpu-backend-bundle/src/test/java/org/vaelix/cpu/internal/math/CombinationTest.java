package org.vaelix.cpu.internal.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.cpu.internal.math.plain.PlainMath;
import org.vaelix.cpu.internal.math.vector.VectorMath;

/** Combinations against double precision, in pieces and in place. */
class CombinationTest {
  private static final int SIZE = 150;
  private static final float S = 0.9f;
  private static final float T = 0.1f;

  static Stream<Arguments> all() {
    return Stream.of(VectorMath.create(), new PlainMath())
        .flatMap(math -> Arrays.stream(Combination.values()).map(c -> Arguments.of(math, c)));
  }

  private static float[] numbers(int seed, boolean positive) {
    Random random = new Random(seed);
    float[] x = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double value = random.nextGaussian();
      x[i] = (float) (positive ? Math.abs(value) + 0.1 : value);
    }
    return x;
  }

  private static double exact(Combination combination, double a, double b, double c) {
    double s = S;
    double t = T;
    return switch (combination) {
      case WEIGHTED_SUM -> a * s + b * t;
      case WEIGHTED_SUM_WITH_SQUARE -> a * s + b * b * t;
      case SCALE_AND_SHIFT -> a * s + t;
      case SCALED_ROOT_AND_SHIFT -> Math.sqrt(a) * s + t;
      case PLUS_SCALED -> a + b * s;
      case MINUS_SCALED -> a - b * s;
      case MINUS_SCALED_QUOTIENT -> a - b * s / c;
      case SHIFTED_PLUS_QUOTIENT -> a + t + s / b;
      case PRODUCT_AND_SUM -> a * b + c;
      case GATE -> a > 0 ? b : 0;
      case RECTIFIED_SUM -> Math.max(a + b, 0);
    };
  }

  private static void combine(
      BlockMath math, Combination combination, float[][] x, int at, float[] y, int to, int n) {
    math.combine(combination, x[0], at, x[1], at, x[2], at, S, T, y, to, n);
  }

  @ParameterizedTest
  @MethodSource("all")
  void agreesWithDoublePrecision(BlockMath math, Combination combination) {
    boolean needsPositive = combination == Combination.SCALED_ROOT_AND_SHIFT;
    float[][] x = {numbers(1, needsPositive), numbers(2, false), numbers(3, true)};
    float[] y = new float[SIZE];

    combine(math, combination, x, 0, y, 0, SIZE);

    for (int i = 0; i < SIZE; i++) {
      double expected = exact(combination, x[0][i], x[1][i], x[2][i]);
      double size = Math.abs(x[0][i]) + Math.abs(x[1][i] / x[2][i]) + Math.abs(expected) + 1;
      // Up to three roundings of numbers of that size.
      assertEquals(expected, y[i], 3 * size * 0x1p-24, combination + " at " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anElementDoesNotDependOnItsPlace(BlockMath math, Combination combination) {
    float[][] x = {numbers(4, true), numbers(5, false), numbers(6, true)};
    float[] whole = new float[SIZE];
    combine(math, combination, x, 0, whole, 0, SIZE);
    for (int[] piece : new int[][] {{0, 1}, {3, 17}, {5, 64}, {0, 149}}) {
      float[] y = new float[SIZE + 20];
      Arrays.fill(y, -77);
      combine(math, combination, x, piece[0], y, 9, piece[1]);
      assertArrayEquals(
          Arrays.copyOfRange(whole, piece[0], piece[0] + piece[1]),
          Arrays.copyOfRange(y, 9, 9 + piece[1]));
      assertTrue(y[8] == -77 && y[9 + piece[1]] == -77);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theResultMayTakeThePlaceOfAnOperand(BlockMath math, Combination combination) {
    float[][] x = {numbers(4, true), numbers(5, false), numbers(6, true)};
    float[] whole = new float[SIZE];
    combine(math, combination, x, 0, whole, 0, SIZE);

    combine(math, combination, x, 0, x[0], 0, SIZE);

    assertArrayEquals(whole, x[0]);
  }
}
