package org.vaelix.cpu.internal.math;

import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.math.plain.PlainMath;
import org.vaelix.cpu.internal.math.vector.VectorMath;

/**
 * Single-precision mathematics on contiguous ranges of arrays. All methods may be called from many
 * threads at once and allocate nothing once a thread has called one.
 *
 * <p>An element's result depends on that element alone: not on the range's start or length, and not
 * on its neighbours. Sums are added in an order that depends on the length alone. A result range
 * may be the very range of an operand, but may not overlap it otherwise.
 */
public abstract class BlockMath {
  /** {@return the fastest that this JVM can run} */
  public static BlockMath best() {
    return Best.MATH;
  }

  /** {@return in a few words what it computes with} */
  public abstract String description();

  /**
   * Computes y = op(x).
   *
   * @param op of the family {@link Op.Family#UNARY}
   * @param order of {@link Op#POLYGAMMA}, else of no meaning
   */
  public abstract void unary(Op op, int order, float[] x, int xo, float[] y, int yo, int n);

  /**
   * Computes y = a ∘ b.
   *
   * @param op of the family {@link Op.Family#BINARY} or a comparison of two
   */
  public abstract void binary(
      Op op, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n);

  /**
   * Computes y = a ∘ b with the same b for every element. A {@link Op#POWER} of 2 or −1 is computed
   * by a product or a quotient.
   *
   * @param op as of {@link #binary}
   */
  public abstract void binaryScalar(Op op, float[] a, int ao, float b, float[] y, int yo, int n);

  /**
   * Computes y = a ∘ b with the same a for every element.
   *
   * @param op as of {@link #binary}
   */
  public abstract void scalarBinary(Op op, float a, float[] b, int bo, float[] y, int yo, int n);

  /** Computes y = a where c is not 0, else b. */
  public abstract void select(
      float[] c, int co, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n);

  /** Computes y from ranges a, b, c and numbers s, t; what the combination lacks has no meaning. */
  public abstract void combine(
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
      int n);

  /** {@return Σ x, by several partial sums} */
  public abstract float sum(float[] x, int xo, int n);

  /** {@return the largest x, NaN if there is one, −∞ of none} */
  public abstract float max(float[] x, int xo, int n);

  /** Adds: acc += x. */
  public abstract void accumulate(float[] x, int xo, float[] acc, int acco, int n);

  /** Keeps the larger: acc = max(acc, x). */
  public abstract void accumulateMax(float[] x, int xo, float[] acc, int acco, int n);

  /** Sets every element to one number. */
  public abstract void fill(float v, float[] y, int yo, int n);

  /**
   * Draws uniform numbers as {@link org.vaelix.core.graph.Noise} defines them, to the bit.
   *
   * @param firstElement the noise's element that goes to y[yo]
   */
  public abstract void uniform(
      long seed, long step, int stream, int firstElement, float[] y, int yo, int n);

  /**
   * Draws standard normal numbers as {@link org.vaelix.core.graph.Noise} defines them.
   *
   * @param firstElement the noise's element that goes to y[yo]
   */
  public abstract void normal(
      long seed, long step, int stream, int firstElement, float[] y, int yo, int n);

  /** Made once, when first asked for. */
  private static final class Best {
    static final BlockMath MATH = Simd.isThere() ? VectorMath.create() : new PlainMath();
  }
}
