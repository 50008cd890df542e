package org.vaelix.core.internal.reference;

import java.util.Arrays;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * The matrix product, batch by batch. Row i of the result is the sum over k of a[i][k] times row k
 * of b, so that the innermost loop runs along rows. A right operand that is to be transposed is
 * copied first; for a left one other strides suffice.
 */
final class MatrixProduct {
  /** So many rows of b stay in the cache while every row of a meets them. */
  private static final int BLOCK = 64;

  /** A transposition goes tile by tile, so that neither side jumps through memory. */
  private static final int TILE = 16;

  private final double[] a;
  private final double[] b;
  private final double[] y;
  private final double[] packed;
  private final int rows;
  private final int inner;
  private final int columns;
  private final int rowStride;
  private final int innerStride;

  private MatrixProduct(Tensor node, double[][] x, double[] y, Memory memory) {
    Attributes.Transposed transposed = (Attributes.Transposed) node.attributes();
    Shape left = node.operands().get(0).shape();
    this.a = x[0];
    this.b = x[1];
    this.y = y;
    this.rows = node.shape().size(-2);
    this.columns = node.shape().size(-1);
    this.inner = left.size(transposed.left() ? -2 : -1);
    this.rowStride = transposed.left() ? 1 : inner;
    this.innerStride = transposed.left() ? rows : 1;
    this.packed = transposed.right() ? memory.allocate(inner * columns, node) : null;
  }

  static Kernel of(Tensor node, double[][] x, double[] y, Memory memory) {
    MatrixProduct product = new MatrixProduct(node, x, y, memory);
    Shape batch = leading(node.shape());
    int[] lefts = batchStrides(node.operands().get(0).shape(), batch);
    int[] rights = batchStrides(node.operands().get(1).shape(), batch);
    int[] results = batchStrides(node.shape(), batch);
    Walk walk = new Walk(batch.sizes(), lefts, rights, results);
    Walk.Run run =
        at -> {
          for (int i = 0; i < walk.length(); i++) {
            product.compute(
                at[0] + i * walk.stride(0), at[1] + i * walk.stride(1), at[2] + i * walk.stride(2));
          }
        };
    int[] start = new int[3];
    return (seed, step) -> walk.each(start, run);
  }

  private static Shape leading(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.sizes(), shape.rank() - 2));
  }

  private static int[] batchStrides(Shape shape, Shape batch) {
    int matrix = shape.size(-2) * shape.size(-1);
    int[] strides = Walk.stretched(leading(shape), batch);
    return Arrays.stream(strides).map(stride -> stride * matrix).toArray();
  }

  /** Computes one product of matrices that start at these positions. */
  private void compute(int left, int right, int result) {
    if (packed != null) {
      transpose(b, right, packed, inner, columns);
    }
    double[] second = packed == null ? b : packed;
    int secondStart = packed == null ? right : 0;
    Arrays.fill(y, result, result + rows * columns, 0);
    for (int k = 0; k < inner; k += BLOCK) {
      int last = Math.min(inner, k + BLOCK);
      for (int i = 0; i < rows; i++) {
        addRows(left + i * rowStride, second, secondStart, k, last, result + i * columns);
      }
    }
  }

  /** Adds rows k to {@code last} of b, times their factors in a, to a row of the result. */
  private void addRows(int left, double[] second, int secondStart, int k, int last, int result) {
    int p = left + k * innerStride;
    int q = secondStart + k * columns;
    int left4 = (last - k) / 4;
    for (int block = 0; block < left4; block++) {
      double a0 = a[p];
      double a1 = a[p + innerStride];
      double a2 = a[p + 2 * innerStride];
      double a3 = a[p + 3 * innerStride];
      addFour(a0, a1, a2, a3, second, q, y, result, columns);
      p += 4 * innerStride;
      q += 4 * columns;
    }
    for (int rest = k + 4 * left4; rest < last; rest++) {
      addOne(a[p], second, q, y, result, columns);
      p += innerStride;
      q += columns;
    }
  }

  /** Four rows at a time, because reading and writing the result costs more than the arithmetic. */
  private static void addFour(
      double a0, double a1, double a2, double a3, double[] b, int q, double[] y, int r, int n) {
    int q1 = q + n;
    int q2 = q1 + n;
    int q3 = q2 + n;
    for (int j = 0; j < n; j++) {
      y[r + j] += (a0 * b[q + j] + a1 * b[q1 + j]) + (a2 * b[q2 + j] + a3 * b[q3 + j]);
    }
  }

  private static void addOne(double a0, double[] b, int q, double[] y, int r, int n) {
    for (int j = 0; j < n; j++) {
      y[r + j] += a0 * b[q + j];
    }
  }

  /** Copies (columns, inner) values from a start as (inner, columns). */
  private static void transpose(double[] from, int start, double[] to, int inner, int columns) {
    for (int j0 = 0; j0 < columns; j0 += TILE) {
      for (int k0 = 0; k0 < inner; k0 += TILE) {
        for (int j = j0; j < Math.min(columns, j0 + TILE); j++) {
          for (int k = k0; k < Math.min(inner, k0 + TILE); k++) {
            to[k * columns + j] = from[start + j * inner + k];
          }
        }
      }
    }
  }
}
