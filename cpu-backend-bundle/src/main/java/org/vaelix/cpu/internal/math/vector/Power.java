package org.vaelix.cpu.internal.math.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * a^b = 2^(b log₂ a) in double precision, half as many lanes at once, rounded once: log₂ by 2
 * artanh(s) = 2s + s³ P(s²), s = (m − 1)/(m + 1), and 2ʳ by a polynomial, both minimax. Elements
 * whose base is not a positive normal number are computed by Math.pow.
 */
final class Power {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int COUNT = DOUBLES.length();
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /** The bits of √½ in double precision, to 20 places of the mantissa. */
  private static final LongVector ROOT_HALF = whole(0x3FE6A09E00000000L);

  private static final LongVector MANTISSA = whole(0x000FFFFFFFFFFFFFL);

  /** Added to exponents, which are above −1024, to make them positive before they are shifted. */
  private static final LongVector OFFSET = whole(1024L << 52);

  /** 1.5·2⁵²: see {@link Lanes#ROUNDER}. */
  private static final DoubleVector ROUNDER = all(0x1.8p52);

  private static final LongVector ROUNDER_BITS = whole(Double.doubleToRawLongBits(0x1.8p52));
  private static final DoubleVector ROUNDER_AND_OFFSET = all(0x1.8p52 + 1024);
  private static final LongVector BIAS = whole(1023);

  /** Beyond them a power is infinite or 0 in single precision. */
  private static final DoubleVector LARGEST = all(300);

  private static final DoubleVector LEAST = all(-300);
  private static final DoubleVector ONE = all(1);

  /** The coefficients of the logarithm. */
  private static final DoubleVector L0 = all(2.88539008177785);

  private static final DoubleVector L1 = all(0.961796694113698);
  private static final DoubleVector L2 = all(0.5770779422428647);
  private static final DoubleVector L3 = all(0.41220926600319385);
  private static final DoubleVector L4 = all(0.31990509383843724);
  private static final DoubleVector L5 = all(0.2829093240380671);

  /** The coefficients of the power of 2. */
  private static final DoubleVector E1 = all(0.6931471805481938);

  private static final DoubleVector E2 = all(0.24022650698113746);
  private static final DoubleVector E3 = all(0.05550410935346944);
  private static final DoubleVector E4 = all(0.009618128615598335);
  private static final DoubleVector E5 = all(0.0013333454779790497);
  private static final DoubleVector E6 = all(0.00015403825667105735);
  private static final DoubleVector E7 = all(1.5309178265304155e-05);
  private static final DoubleVector E8 = all(1.317892332969024e-06);

  private Power() {}

  static void log2(double[] x, int n) {
    for (int i = 0; i < n; i += COUNT) {
      LongVector moved = load(x, i).reinterpretAsLongs().sub(ROOT_HALF);
      DoubleVector m = moved.and(MANTISSA).add(ROOT_HALF).reinterpretAsDoubles();
      DoubleVector s = m.sub(ONE).div(m.add(ONE));
      DoubleVector u = s.mul(s);
      DoubleVector p = u.fma(L5, L4).fma(u, L3).fma(u, L2).fma(u, L1).fma(u, L0);
      // Made positive before it is shifted down.
      LongVector exponent = moved.add(OFFSET).lanewise(VectorOperators.LSHR, 52);
      DoubleVector whole = exponent.add(ROUNDER_BITS).reinterpretAsDoubles();
      p.fma(s, whole.sub(ROUNDER_AND_OFFSET)).intoArray(x, i);
    }
  }

  static void exp2(double[] exponents, int n) {
    for (int i = 0; i < n; i += COUNT) {
      DoubleVector x = load(exponents, i);
      x = x.blend(LARGEST, x.compare(VectorOperators.GT, LARGEST));
      x = x.blend(LEAST, x.compare(VectorOperators.LT, LEAST));
      DoubleVector shifted = x.add(ROUNDER);
      DoubleVector r = x.sub(shifted.sub(ROUNDER));
      DoubleVector p = r.fma(E8, E7).fma(r, E6).fma(r, E5).fma(r, E4).fma(r, E3);
      p = p.fma(r, E2).fma(r, E1).fma(r, ONE);
      LongVector power = shifted.reinterpretAsLongs().add(BIAS).lanewise(VectorOperators.LSHL, 52);
      p.mul(power.reinterpretAsDoubles()).intoArray(exponents, i);
    }
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  private static LongVector whole(long value) {
    return LongVector.broadcast(LONGS, value);
  }

  private static DoubleVector load(double[] x, int at) {
    return DoubleVector.fromArray(DOUBLES, x, at);
  }

  /**
   * Plain, as are all steps between precisions: vectors of another length than the preferred one
   * would make the compiler lose track of the types of all.
   */
  static void widen(float[] a, int ao, double[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[ao + i];
    }
  }

  static void multiply(float[] b, int bo, double[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] *= b[bo + i];
    }
  }

  static void narrow(
      double[] powers, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      float base = a[ao + i];
      boolean good = base >= Float.MIN_NORMAL && base <= Float.MAX_VALUE;
      y[yo + i] = (float) (good ? powers[i] : Math.pow(base, b[bo + i]));
    }
  }
}
