package org.vaelix.cpu.internal.math;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.math.plain.PlainMath;
import org.vaelix.cpu.internal.math.vector.VectorMath;

/** Each function keeps its promise over the whole range of floats, with and without SIMD. */
class AccuracyTest {
  private static final int BLOCK = 1 << 14;
  private static final int ALL = 1009;
  private static final int MIDDLE = 101;

  private final BlockMath vector = VectorMath.create();
  private final BlockMath plain = new PlainMath();

  /** Every exponent and sign, special values, and a finer net from 2⁻⁴ to 2⁴ on both sides. */
  @ParameterizedTest
  @EnumSource
  void errorsStayBelowThePromise(Accuracy accuracy) {
    long coarse = accuracy.compareTo(Accuracy.ERF) < 0 ? 1 : 10;
    sweep(accuracy, 0, 1L << 32, ALL * coarse);
    sweep(accuracy, bits(0x1p-4f), bits(0x1p4f), MIDDLE * coarse);
    sweep(accuracy, bits(-0x1p-4f), bits(-0x1p4f), MIDDLE * coarse);
  }

  @ParameterizedTest
  @EnumSource
  void specialValuesAreRight(Accuracy accuracy) {
    check(accuracy, Specials.floats());
  }

  private static long bits(float x) {
    return Float.floatToRawIntBits(x) & 0xFFFFFFFFL;
  }

  private void sweep(Accuracy accuracy, long from, long to, long stride) {
    float[] x = new float[BLOCK];
    for (long bits = from; bits < to; ) {
      for (int i = 0; i < BLOCK; i++) {
        x[i] = Float.intBitsToFloat((int) Math.min(bits, to - 1));
        bits += stride;
      }
      check(accuracy, x);
    }
  }

  private void check(Accuracy accuracy, float[] x) {
    double[] exact = accuracy.exact(x);
    check(accuracy, vector, accuracy.vector(), accuracy.flushes(), x, exact);
    check(accuracy, plain, accuracy.plain(), false, x, exact);
  }

  private static void check(
      Accuracy accuracy, BlockMath math, double promise, boolean flushes, float[] x, double[] e) {
    float[] y = new float[x.length];
    math.unary(accuracy.op(), 0, x, 0, y, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      double ulps = Exact.ulps(e[i], y[i]);
      if (!(ulps <= promise) && !(flushes && y[i] == 0 && Math.abs(e[i]) < Float.MIN_NORMAL)) {
        String said = "%s of %s by %s is %s, not %s: %.3f ulp";
        assertTrue(false, said.formatted(accuracy, x[i], math.description(), y[i], e[i], ulps));
      }
    }
  }

  @Test
  void polygammaIsRightToFivePlaces() {
    float[] x = {1e-6f, 1e-3f, 0.1f, 0.5f, 1, 1.5f, 2, 3.75f, 9.99f, 10, 12.5f, 100, 1e4f, 1e7f};
    float[] y = new float[x.length];
    for (int order = 1; order <= 4; order++) {
      double[] exact = Exact.byReference(Op.POLYGAMMA, order, x);
      for (BlockMath math : new BlockMath[] {vector, plain}) {
        math.unary(Op.POLYGAMMA, order, x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
          assertTrue(Exact.ulps(exact[i], y[i]) <= 0.51, order + " " + x[i] + " " + y[i]);
        }
      }
    }
  }
}
