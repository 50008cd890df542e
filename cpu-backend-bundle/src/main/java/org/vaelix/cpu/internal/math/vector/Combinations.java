package org.vaelix.cpu.internal.math.vector;

import static org.vaelix.cpu.internal.math.vector.Lanes.COUNT;
import static org.vaelix.cpu.internal.math.vector.Lanes.all;
import static org.vaelix.cpu.internal.math.vector.Lanes.load;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.vaelix.cpu.internal.math.Combination;

/** The loops of {@link Combination}s, over whole vectors. */
final class Combinations {
  private static final Map<Combination, Loop> LOOPS = new EnumMap<>(Combination.class);

  static {
    LOOPS.put(Combination.WEIGHTED_SUM, loop("weightedSum"));
    LOOPS.put(Combination.WEIGHTED_SUM_WITH_SQUARE, loop("weightedSumWithSquare"));
    LOOPS.put(Combination.SCALE_AND_SHIFT, loop("scaleAndShift"));
    LOOPS.put(Combination.SCALED_ROOT_AND_SHIFT, loop("scaledRootAndShift"));
    LOOPS.put(Combination.PLUS_SCALED, loop("plusScaled"));
    LOOPS.put(Combination.MINUS_SCALED, loop("minusScaled"));
    LOOPS.put(Combination.MINUS_SCALED_QUOTIENT, loop("minusScaledQuotient"));
    LOOPS.put(Combination.SHIFTED_PLUS_QUOTIENT, loop("shiftedPlusQuotient"));
    LOOPS.put(Combination.PRODUCT_AND_SUM, loop("productAndSum"));
    LOOPS.put(Combination.GATE, loop("gate"));
    LOOPS.put(Combination.RECTIFIED_SUM, loop("rectifiedSum"));
  }

  private Combinations() {}

  private static Loop loop(String name) {
    return Loop.of(Combinations.class, name);
  }

  static Loop loop(Combination combination) {
    return LOOPS.get(combination);
  }

  static void weightedSum(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).fma(all(s), load(b, bo + i).mul(t)).intoArray(y, yo + i);
    }
  }

  static void weightedSumWithSquare(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      FloatVector v = load(b, bo + i);
      load(a, ao + i).fma(all(s), v.mul(v).mul(t)).intoArray(y, yo + i);
    }
  }

  static void scaleAndShift(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).fma(all(s), all(t)).intoArray(y, yo + i);
    }
  }

  static void scaledRootAndShift(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).sqrt().fma(all(s), all(t)).intoArray(y, yo + i);
    }
  }

  static void plusScaled(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(b, bo + i).fma(all(s), load(a, ao + i)).intoArray(y, yo + i);
    }
  }

  static void minusScaled(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(b, bo + i).fma(all(-s), load(a, ao + i)).intoArray(y, yo + i);
    }
  }

  static void minusScaledQuotient(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).sub(load(b, bo + i).mul(s).div(load(c, co + i))).intoArray(y, yo + i);
    }
  }

  static void shiftedPlusQuotient(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).add(t).add(all(s).div(load(b, bo + i))).intoArray(y, yo + i);
    }
  }

  static void productAndSum(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).fma(load(b, bo + i), load(c, co + i)).intoArray(y, yo + i);
    }
  }

  static void gate(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      all(0)
          .blend(load(b, bo + i), load(a, ao + i).compare(VectorOperators.GT, 0))
          .intoArray(y, yo + i);
    }
  }

  static void rectifiedSum(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    for (int i = 0; i < n; i += COUNT) {
      load(a, ao + i).add(load(b, bo + i)).max(0).intoArray(y, yo + i);
    }
  }
}
