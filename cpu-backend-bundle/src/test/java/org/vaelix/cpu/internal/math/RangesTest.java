package org.vaelix.cpu.internal.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.math.plain.PlainMath;
import org.vaelix.cpu.internal.math.vector.VectorMath;

/** Results do not depend on where elements stand, and ranges beside the result stay as they are. */
class RangesTest {
  private static final int SIZE = 700;
  private static final int[][] PIECES = {{0, 1}, {1, 3}, {5, 16}, {7, 37}, {0, 600}, {3, 697}};

  static Stream<BlockMath> both() {
    return Stream.of(VectorMath.create(), new PlainMath());
  }

  private static float[] numbers(long seed) {
    Random random = new Random(seed);
    float[] x = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      x[i] = (float) (random.nextGaussian() * Math.exp(3 * random.nextGaussian()));
    }
    float[] specials = Specials.floats();
    System.arraycopy(specials, 0, x, 300, specials.length);
    return x;
  }

  @ParameterizedTest
  @MethodSource("both")
  void functionsOfOneOperand(BlockMath math) {
    for (Op op : Op.values()) {
      if (op.family() == Op.Family.UNARY) {
        pieces((x, xo, y, yo, n) -> math.unary(op, 1, x, xo, y, yo, n), op);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void operationsOnTwoOperands(BlockMath math) {
    float[] b = numbers(2);
    for (Op op : Op.values()) {
      if (op != Op.SELECT
          && (op.family() == Op.Family.BINARY || op.label().matches("less.*|eq.*"))) {
        pieces((x, xo, y, yo, n) -> math.binary(op, x, xo, x, xo, y, yo, n), op);
        pieces((x, xo, y, yo, n) -> math.binaryScalar(op, x, xo, 1.7f, y, yo, n), op);
        pieces((x, xo, y, yo, n) -> math.scalarBinary(op, 1.7f, x, xo, y, yo, n), op);
        eachWayIsTheSame(math, op, numbers(1), b);
      }
    }
  }

  /** y = f(x) from some element on. */
  private interface Function {
    void compute(float[] x, int xo, float[] y, int yo, int n);
  }

  private static void pieces(Function function, Op op) {
    float[] x = numbers(1);
    float[] whole = new float[SIZE];
    function.compute(x, 0, whole, 0, SIZE);
    for (int[] piece : PIECES) {
      int from = piece[0];
      int n = piece[1];
      float[] y = new float[SIZE + 20];
      Arrays.fill(y, -77);
      function.compute(x, from, y, 11, n);
      assertArrayEquals(
          Arrays.copyOfRange(whole, from, from + n), Arrays.copyOfRange(y, 11, 11 + n), op.name());
      assertEquals(-77, y[10], op.name());
      assertEquals(-77, y[11 + n], op.name());
      float[] inPlace = x.clone();
      function.compute(inPlace, from, inPlace, from, n);
      float[] expected = x.clone();
      System.arraycopy(whole, from, expected, from, n);
      assertArrayEquals(expected, inPlace, op.name() + " in place");
    }
  }

  /** Range and range, range and number, number and range. */
  private static void eachWayIsTheSame(BlockMath math, Op op, float[] a, float[] b) {
    float[] all = new float[SIZE];
    float[] one = new float[SIZE];
    math.binary(op, a, 0, b, 0, all, 0, SIZE);
    for (int i = 290; i < 380; i++) {
      assertTrue(Exact.ulps(exact(op, a[i], b[i]), all[i]) <= 0.501, op + " " + a[i] + " " + b[i]);
      math.binaryScalar(op, a, i, b[i], one, 0, 1);
      assertEquals(all[i], one[0], op.name());
      math.scalarBinary(op, a[i], b, i, one, 0, 1);
      assertEquals(all[i], one[0], op.name());
    }
  }

  private static double exact(Op op, float a, float b) {
    return switch (op) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> Math.pow(a, b);
      case MAXIMUM -> Math.max(a, b);
      case MINIMUM -> Math.min(a, b);
      case LESS -> a < b ? 1 : 0;
      case LESS_OR_EQUAL -> a <= b ? 1 : 0;
      case EQUAL -> a == b ? 1 : 0;
      default -> throw new AssertionError(op);
    };
  }

  @ParameterizedTest
  @MethodSource("both")
  void powersOfPositiveNumbersAndOfSpecialOnes(BlockMath math) {
    Random random = new Random(3);
    int n = 200_000;
    float[] a = new float[n];
    float[] b = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = (float) Math.exp(random.nextGaussian() * (i % 3 == 0 ? 20 : 1));
      b[i] = (float) (random.nextGaussian() * (i % 5 == 0 ? 100 : 3));
    }
    float[] specials = Specials.floats();
    for (int i = 0; i < specials.length * specials.length; i++) {
      a[i] = specials[i / specials.length];
      b[i] = specials[i % specials.length];
    }
    float[] y = new float[n];
    math.binary(Op.POWER, a, 0, b, 0, y, 0, n);
    for (int i = 0; i < n; i++) {
      double ulps = Exact.ulps(Math.pow(a[i], b[i]), y[i]);
      boolean small = Math.abs(Math.pow(a[i], b[i])) < Float.MIN_VALUE;
      assertTrue(ulps <= 0.501 || small && Math.abs(y[i]) <= Float.MIN_VALUE, a[i] + " ^ " + b[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void choiceAndReductions(BlockMath math) {
    float[] a = numbers(4);
    float[] b = numbers(5);
    float[] c = {0, 1, -0f, Float.NaN, 0, 2};
    float[] y = new float[6];
    math.select(c, 0, a, 0, b, 0, y, 0, 6);
    assertArrayEquals(new float[] {b[0], a[1], b[2], a[3], b[4], a[5]}, y);
    for (int n : new int[] {0, 1, 15, 16, 17, 250}) {
      double sum = 0;
      float max = Float.NEGATIVE_INFINITY;
      double size = 0;
      for (int i = 0; i < n; i++) {
        sum += a[3 + i];
        size += Math.abs(a[3 + i]);
        max = Math.max(max, a[3 + i]);
      }
      assertEquals(sum, math.sum(a, 3, n), 1e-6 * size);
      float[] moved = Arrays.copyOfRange(a, 3, 3 + n);
      assertEquals(math.sum(moved, 0, n), math.sum(a, 3, n));
      assertEquals(max, math.max(a, 3, n));
    }
    assertTrue(Float.isNaN(math.max(a, 0, SIZE)));
  }

  @ParameterizedTest
  @MethodSource("both")
  void accumulation(BlockMath math) {
    float[] x = numbers(6);
    float[] sum = numbers(7);
    float[] max = sum.clone();
    float[] before = sum.clone();
    math.accumulate(x, 2, sum, 1, 101);
    math.accumulateMax(x, 2, max, 1, 101);
    for (int i = 0; i < 101; i++) {
      assertEquals(before[1 + i] + x[2 + i], sum[1 + i]);
      assertEquals(Math.max(before[1 + i], x[2 + i]), max[1 + i]);
    }
    assertEquals(before[102], sum[102]);
    math.fill(3, sum, 5, 2);
    assertEquals(6, math.sum(sum, 5, 2));
  }

  @ParameterizedTest
  @MethodSource("both")
  void refusesWhatIsNotAFunction(BlockMath math) {
    float[] x = new float[40];
    assertThrows(IllegalArgumentException.class, () -> math.unary(Op.ADD, 0, x, 0, x, 0, x.length));
    assertThrows(
        IllegalArgumentException.class, () -> math.binary(Op.EXP, x, 0, x, 0, x, 0, x.length));
  }

  @Test
  void theBestHereUsesTheVectorApi() {
    assertTrue(BlockMath.best().description().startsWith("SIMD, "));
  }
}
