package org.vaelix.cpu.internal.math.vector;

import java.util.Arrays;
import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.math.Combination;
import org.vaelix.cpu.internal.math.plain.Gamma;

/**
 * The mathematics by the Vector API. The loops of this package know whole vectors only; the last
 * elements of a range go through the same loop, together with the ones before them or copied to a
 * vector's worth of memory, so that an element's result does not depend on where it stands.
 */
public final class VectorMath extends BlockMath {
  private static final int COUNT = Lanes.COUNT;

  private VectorMath() {}

  /**
   * {@return it; as a {@link BlockMath}, so that a caller's verification loads no class of here}
   */
  public static BlockMath create() {
    return new VectorMath();
  }

  @Override
  public String description() {
    return "SIMD, " + COUNT + " lanes";
  }

  @Override
  public void unary(Op op, int order, float[] x, int xo, float[] y, int yo, int n) {
    if (op == Op.STOP_GRADIENT) {
      System.arraycopy(x, xo, y, yo, n);
    } else if (op == Op.POLYGAMMA) {
      polygamma(order, x, xo, y, yo, n);
    } else {
      unary(op, x, xo, y, yo, n);
    }
  }

  private static void unary(Op op, float[] x, int xo, float[] y, int yo, int n) {
    int full = n & -COUNT;
    if (full > 0) {
      Dispatch.unary(op, x, xo, y, yo, full);
    }
    if (full > 0 && full < n && apart(x, xo, y, yo, n)) {
      Dispatch.unary(op, x, xo + n - COUNT, y, yo + n - COUNT, COUNT);
    } else if (full < n) {
      float[][] rest = Lanes.rest();
      Lanes.copy(x, xo + full, n - full, rest[Lanes.FIRST], 1);
      Dispatch.unary(op, rest[Lanes.FIRST], 0, rest[Lanes.RESULT], 0, COUNT);
      System.arraycopy(rest[Lanes.RESULT], 0, y, yo + full, n - full);
    }
  }

  /**
   * {@return whether two ranges share nothing, so that the last vector may be computed over again}
   */
  private static boolean apart(float[] x, int xo, float[] y, int yo, int n) {
    return x != y || xo + n <= yo || yo + n <= xo;
  }

  /** In double precision, element by element: it is rare, and slower anyway than what it feeds. */
  private static void polygamma(int order, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = (float) Gamma.polygamma(order, x[xo + i]);
    }
  }

  @Override
  public void binary(Op op, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    int full = n & -COUNT;
    if (full > 0) {
      Dispatch.binary(op, a, ao, b, bo, y, yo, full);
    }
    if (full > 0 && full < n && apart(a, ao, y, yo, n) && apart(b, bo, y, yo, n)) {
      int last = n - COUNT;
      Dispatch.binary(op, a, ao + last, b, bo + last, y, yo + last, COUNT);
    } else if (full < n) {
      float[][] rest = Lanes.rest();
      Lanes.copy(a, ao + full, n - full, rest[Lanes.FIRST], 1);
      Lanes.copy(b, bo + full, n - full, rest[Lanes.SECOND], 1);
      Dispatch.binary(
          op, rest[Lanes.FIRST], 0, rest[Lanes.SECOND], 0, rest[Lanes.RESULT], 0, COUNT);
      System.arraycopy(rest[Lanes.RESULT], 0, y, yo + full, n - full);
    }
  }

  @Override
  public void binaryScalar(Op op, float[] a, int ao, float b, float[] y, int yo, int n) {
    int full = n & -COUNT;
    if (full > 0) {
      Dispatch.binaryScalar(op, a, ao, b, y, yo, full);
    }
    if (full > 0 && full < n && apart(a, ao, y, yo, n)) {
      Dispatch.binaryScalar(op, a, ao + n - COUNT, b, y, yo + n - COUNT, COUNT);
    } else if (full < n) {
      float[][] rest = Lanes.rest();
      Lanes.copy(a, ao + full, n - full, rest[Lanes.FIRST], 1);
      Dispatch.binaryScalar(op, rest[Lanes.FIRST], 0, b, rest[Lanes.RESULT], 0, COUNT);
      System.arraycopy(rest[Lanes.RESULT], 0, y, yo + full, n - full);
    }
  }

  @Override
  public void scalarBinary(Op op, float a, float[] b, int bo, float[] y, int yo, int n) {
    int full = n & -COUNT;
    if (full > 0) {
      Dispatch.scalarBinary(op, a, b, bo, y, yo, full);
    }
    if (full > 0 && full < n && apart(b, bo, y, yo, n)) {
      Dispatch.scalarBinary(op, a, b, bo + n - COUNT, y, yo + n - COUNT, COUNT);
    } else if (full < n) {
      float[][] rest = Lanes.rest();
      Lanes.copy(b, bo + full, n - full, rest[Lanes.FIRST], 1);
      Dispatch.scalarBinary(op, a, rest[Lanes.FIRST], 0, rest[Lanes.RESULT], 0, COUNT);
      System.arraycopy(rest[Lanes.RESULT], 0, y, yo + full, n - full);
    }
  }

  @Override
  public void select(
      float[] c, int co, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    int full = n & -COUNT;
    Dispatch.SELECT.run(c, co, a, ao, b, bo, y, yo, full);
    for (int i = full; i < n; i++) {
      y[yo + i] = c[co + i] != 0 ? a[ao + i] : b[bo + i];
    }
  }

  @Override
  public void combine(
      Combination combination,
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
    int full = n & -COUNT;
    if (full > 0) {
      Combinations.loop(combination).run(a, ao, b, bo, c, co, s, t, y, yo, full);
    }
    // The same to the bit: every operation in it is rounded as the standard says.
    for (int i = full; i < n; i++) {
      y[yo + i] = RoundedOnce.combine(combination, a, ao + i, b, bo + i, c, co + i, s, t);
    }
  }

  @Override
  public float sum(float[] x, int xo, int n) {
    return Reduction.sum(x, xo, n);
  }

  @Override
  public float max(float[] x, int xo, int n) {
    return Reduction.max(x, xo, n);
  }

  @Override
  public void accumulate(float[] x, int xo, float[] acc, int acco, int n) {
    int full = n & -COUNT;
    Dispatch.loop(Op.ADD).run(acc, acco, x, xo, acc, acco, full);
    for (int i = full; i < n; i++) {
      acc[acco + i] += x[xo + i];
    }
  }

  @Override
  public void accumulateMax(float[] x, int xo, float[] acc, int acco, int n) {
    int full = n & -COUNT;
    Dispatch.loop(Op.MAXIMUM).run(acc, acco, x, xo, acc, acco, full);
    for (int i = full; i < n; i++) {
      acc[acco + i] = Math.max(acc[acco + i], x[xo + i]);
    }
  }

  @Override
  public void fill(float v, float[] y, int yo, int n) {
    Arrays.fill(y, yo, yo + n, v);
  }

  @Override
  public void uniform(
      long seed, long step, int stream, int firstElement, float[] y, int yo, int n) {
    VectorNoise.draw(false, seed, step, stream, firstElement, y, yo, n);
  }

  @Override
  public void normal(long seed, long step, int stream, int firstElement, float[] y, int yo, int n) {
    VectorNoise.draw(true, seed, step, stream, firstElement, y, yo, n);
  }
}
