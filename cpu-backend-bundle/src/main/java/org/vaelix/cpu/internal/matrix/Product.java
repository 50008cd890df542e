package org.vaelix.cpu.internal.matrix;

import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;

/**
 * What is multiplied: c (m × n) = a (m × k) · b (k × n), for each of the batches. Matrices are
 * dense in row-major order; a transposed operand lies in memory as k × m or n × k.
 *
 * @param m rows of c
 * @param n columns of c
 * @param k how many products are summed
 * @param transposeA whether a lies transposed
 * @param transposeB whether b lies transposed
 * @param batches which matrices
 * @param accumulate whether c's old values are added
 */
public record Product(
    int m,
    int n,
    int k,
    boolean transposeA,
    boolean transposeB,
    Batches batches,
    boolean accumulate) {

  /** {@return one product, c = a·b} */
  public static Product of(int m, int n, int k, boolean transposeA, boolean transposeB) {
    return new Product(m, n, k, transposeA, transposeB, Batches.single(), false);
  }

  /**
   * {@return the products of a node of the graph}
   *
   * @param a the left operand's shape
   * @param b the right operand's shape
   * @param c the result's shape
   * @param transposed which operands lie transposed
   */
  public static Product of(Shape a, Shape b, Shape c, Attributes.Transposed transposed) {
    int m = c.size(c.rank() - 2);
    int n = c.size(c.rank() - 1);
    int k = a.size(a.rank() - (transposed.left() ? 2 : 1));
    int leading = c.elements() / (m * n);
    boolean oneB = b.elements() == k * n;
    boolean allOfA = a.elements() == leading * m * k;
    if (oneB && allOfA && !transposed.left()) {
      // A stack of matrices times one matrix is one tall matrix times it.
      return of(leading * m, n, k, false, transposed.right());
    }
    return new Product(m, n, k, transposed.left(), transposed.right(), Batches.of(a, b, c), false);
  }

  /** {@return the same, added to what c holds} */
  public Product accumulating() {
    return new Product(m, n, k, transposeA, transposeB, batches, true);
  }

  /** {@return from one row of a to the next} */
  int aRow() {
    return transposeA ? 1 : k;
  }

  /** {@return from one k of a to the next} */
  int aStep() {
    return transposeA ? m : 1;
  }

  /** {@return from one k of b to the next} */
  int bStep() {
    return transposeB ? 1 : n;
  }

  /** {@return from one column of b to the next} */
  int bColumn() {
    return transposeB ? k : 1;
  }

  /** {@return floating-point operations of all products} */
  double operations() {
    return 2.0 * m * n * k * batches.count();
  }
}
