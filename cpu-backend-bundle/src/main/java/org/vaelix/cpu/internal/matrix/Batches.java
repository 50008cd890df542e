package org.vaelix.cpu.internal.matrix;

import org.vaelix.core.graph.Shape;

/**
 * Which matrices are multiplied: for each product the offsets of a, b and c from where each operand
 * begins. Broadcast matrices are simply named several times.
 *
 * @param a for each product
 * @param b for each product
 * @param c for each product
 */
public record Batches(int[] a, int[] b, int[] c) {

  /** {@return one product} */
  public static Batches single() {
    return new Batches(new int[1], new int[1], new int[1]);
  }

  /** {@return how many products there are} */
  public int count() {
    return c.length;
  }

  /**
   * {@return the products of two stacks of matrices, leading axes broadcast}
   *
   * @param a the left operand's shape
   * @param b the right operand's shape
   * @param c the result's shape
   */
  public static Batches of(Shape a, Shape b, Shape c) {
    int count = 1;
    for (int axis = 0; axis < c.rank() - 2; axis++) {
      count *= c.size(axis);
    }
    int[] ofA = new int[count];
    int[] ofB = new int[count];
    int[] ofC = new int[count];
    for (int i = 0; i < count; i++) {
      ofA[i] = offset(a, c, i);
      ofB[i] = offset(b, c, i);
      ofC[i] = offset(c, c, i);
    }
    return new Batches(ofA, ofB, ofC);
  }

  /** Where in an operand the matrix for the result's matrix of this number begins. */
  private static int offset(Shape operand, Shape result, int number) {
    int stride = operand.size(operand.rank() - 1) * operand.size(operand.rank() - 2);
    int rest = number;
    int offset = 0;
    for (int back = 3; back <= result.rank(); back++) {
      int size = result.size(result.rank() - back);
      int own = back <= operand.rank() ? operand.size(operand.rank() - back) : 1;
      offset += own == 1 ? 0 : rest % size * stride;
      stride *= own;
      rest /= size;
    }
    return offset;
  }
}
