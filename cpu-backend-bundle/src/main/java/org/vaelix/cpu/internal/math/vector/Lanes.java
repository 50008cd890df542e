package org.vaelix.cpu.internal.math.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine, and what most functions need. */
final class Lanes {
  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  static final int COUNT = FLOATS.length();

  /** 1.5·2²³: added to a number below 2²² it rounds it, and leaves the whole number in its bits. */
  static final float ROUNDER = 0x1.8p23f;

  private static final int SIGN = 0x80000000;

  private static final IntVector SIGNS = whole(SIGN);

  /** Where the last elements of up to two operands and of the result go in {@link #rest}. */
  static final int FIRST = 0;

  static final int SECOND = 1;
  static final int RESULT = 2;

  /** Where single elements are mended or lanes added up. */
  static final int WORK = 3;

  private static final ThreadLocal<float[][]> REST =
      ThreadLocal.withInitial(() -> new float[4][COUNT]);

  private Lanes() {}

  /** {@return this thread's own vectors in memory, for elements that fill no vector} */
  static float[][] rest() {
    return REST.get();
  }

  /** Copies a range's last elements and fills up with a harmless number. */
  static void copy(float[] x, int xo, int n, float[] rest, float filler) {
    System.arraycopy(x, xo, rest, 0, n);
    Arrays.fill(rest, n, COUNT, filler);
  }

  static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(FLOATS, x, at);
  }

  static FloatVector all(float value) {
    return FloatVector.broadcast(FLOATS, value);
  }

  static IntVector whole(int value) {
    return IntVector.broadcast(INTS, value);
  }

  /** {@return y with x's sign, for a y that has it already unless it is zero} */
  static FloatVector signed(FloatVector y, FloatVector x) {
    IntVector sign = x.reinterpretAsInts().and(SIGNS);
    return y.reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  /** {@return max(x, 0), and 0 for a NaN with a sign} */
  static FloatVector positivePart(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector negative = bits.lanewise(VectorOperators.ASHR, 31);
    return bits.lanewise(VectorOperators.AND_NOT, negative).reinterpretAsFloats();
  }
}
