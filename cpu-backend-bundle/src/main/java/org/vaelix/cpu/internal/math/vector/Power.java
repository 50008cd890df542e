package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * a^b = 2^(b log₂ a) in double precision, half as many lanes at once, rounded once: log₂ by 2
 * artanh(s) = 2s + s³ P(s²), s = (m − 1)/(m + 1), and 2ʳ by a polynomial, both minimax. Elements
 * whose base is not a positive normal number are computed by Math.pow.
 */
final class Power {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int HALF_COUNT = DOUBLES.length();
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

  /** The bits of √½ in double precision, to 20 places of the mantissa. */
  private static final long ROOT_HALF = 0x3FE6A09E00000000L;

  private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

  /** Added to exponents, which are above −1024, to make them positive before they are shifted. */
  private static final int OFFSET = 1024;

  /** 1.5·2⁵²: see {@link Lanes#ROUNDER}. */
  private static final double ROUNDER = 0x1.8p52;

  private static final double LARGEST = 300;

  private Power() {}

  static void power(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i += COUNT) {
      vector(a, ao + i, b, bo + i, y, yo + i);
    }
  }

  /** The same b for all. */
  static void power(float[] a, int ao, float b, float[] y, int yo, int n) {
    float[] number = Lanes.rest()[Lanes.NUMBER];
    Arrays.fill(number, b);
    for (int i = 0; i < n; i += COUNT) {
      vector(a, ao + i, number, 0, y, yo + i);
    }
  }

  /** The same a for all. */
  static void powerOf(float a, float[] b, int bo, float[] y, int yo, int n) {
    float[] number = Lanes.rest()[Lanes.NUMBER];
    Arrays.fill(number, a);
    for (int i = 0; i < n; i += COUNT) {
      vector(number, 0, b, bo + i, y, yo + i);
    }
  }

  private static void vector(float[] a, int ao, float[] b, int bo, float[] y, int yo) {
    if (Logarithm.ordinary(Lanes.load(a, ao))) {
      halves(a, ao, b, bo, y, yo);
    } else {
      any(a, ao, b, bo, y, yo);
    }
  }

  private static void halves(float[] a, int ao, float[] b, int bo, float[] y, int yo) {
    for (int i = 0; i < COUNT; i += HALF_COUNT) {
      DoubleVector log = log2(load(a, ao + i));
      exp2(log.mul(load(b, bo + i)), y, yo + i);
    }
  }

  private static DoubleVector load(float[] x, int at) {
    FloatVector half = FloatVector.fromArray(HALF, x, at);
    return (DoubleVector) half.convertShape(VectorOperators.F2D, DOUBLES, 0);
  }

  private static DoubleVector log2(DoubleVector a) {
    LongVector moved = a.reinterpretAsLongs().sub(ROOT_HALF);
    DoubleVector m = moved.and(MANTISSA).add(ROOT_HALF).reinterpretAsDoubles();
    DoubleVector s = m.sub(1).div(m.add(1));
    DoubleVector u = s.mul(s);
    DoubleVector p = u.fma(all(0.2829093240380671), all(0.31990509383843724));
    p = p.fma(u, all(0.41220926600319385));
    p = p.fma(u, all(0.5770779422428647));
    p = p.fma(u, all(0.961796694113698));
    p = p.fma(u, all(2.88539008177785));
    return p.fma(s, exponent(moved));
  }

  /** {@return the exponent, made positive before it is shifted down} */
  private static DoubleVector exponent(LongVector moved) {
    long bits = Double.doubleToRawLongBits(ROUNDER);
    LongVector n = moved.add((long) OFFSET << 52).lanewise(VectorOperators.LSHR, 52);
    return n.add(bits).reinterpretAsDoubles().sub(ROUNDER + OFFSET);
  }

  private static void exp2(DoubleVector x, float[] y, int yo) {
    x = x.blend(LARGEST, x.compare(VectorOperators.GT, LARGEST));
    x = x.blend(-LARGEST, x.compare(VectorOperators.LT, -LARGEST));
    DoubleVector shifted = x.add(ROUNDER);
    DoubleVector r = x.sub(shifted.sub(ROUNDER));
    DoubleVector p = r.fma(all(1.317892332969024e-06), all(1.5309178265304155e-05));
    p = p.fma(r, all(0.00015403825667105735));
    p = p.fma(r, all(0.0013333454779790497));
    p = p.fma(r, all(0.009618128615598335));
    p = p.fma(r, all(0.05550410935346944));
    p = p.fma(r, all(0.24022650698113746));
    p = p.fma(r, all(0.6931471805481938));
    p = p.fma(r, all(1));
    LongVector power = shifted.reinterpretAsLongs().add(1023).lanewise(VectorOperators.LSHL, 52);
    DoubleVector result = p.mul(power.reinterpretAsDoubles());
    ((FloatVector) result.convertShape(VectorOperators.D2F, HALF, 0)).intoArray(y, yo);
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  private static void any(float[] a, int ao, float[] b, int bo, float[] y, int yo) {
    float[] ordinary = Lanes.rest()[Lanes.WORK];
    halves(a, ao, b, bo, ordinary, 0);
    for (int i = 0; i < COUNT; i++) {
      float base = a[ao + i];
      boolean good = base >= Float.MIN_NORMAL && base <= Float.MAX_VALUE;
      y[yo + i] = good ? ordinary[i] : (float) Math.pow(base, b[bo + i]);
    }
  }
}
