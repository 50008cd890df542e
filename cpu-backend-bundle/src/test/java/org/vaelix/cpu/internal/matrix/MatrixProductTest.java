package org.vaelix.cpu.internal.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.cpu.internal.schedule.Task;

/** Products of all shapes are the defining sums, to rounding, whoever computes them. */
class MatrixProductTest {
  private static final int[] SIZES = {1, 2, 5, 6, 7, 12, 13, 16, 17, 31, 63, 64, 65, 96, 127, 129};
  private static final float GUARD = -7.25f;

  static Stream<MatrixKernel> kernels() {
    return Stream.of(new VectorKernel(), new PlainKernel());
  }

  /** The matrices of a product, in one memory, with guards between them. */
  private static final class Laid {
    final Product product;
    final float[] memory;
    final Operands operands;
    final int sizeC;
    final List<Task> tasks;

    Laid(MatrixKernel kernel, Product product, Random random) {
      this.product = product;
      MatrixProduct plan = MatrixProduct.plan(kernel, product);
      int sizeA = extent(product.batches().a(), product.m() * product.k());
      int sizeB = extent(product.batches().b(), product.k() * product.n());
      sizeC = extent(product.batches().c(), product.m() * product.n());
      int a = 3;
      int c = a + sizeA + 5;
      int workspace = c + sizeC + 5;
      int b = workspace + plan.workspaceFloats() + 5;
      operands = new Operands(a, b, c, workspace);
      memory = new float[b + sizeB];
      java.util.Arrays.fill(memory, GUARD);
      fill(a, sizeA, random);
      fill(b, sizeB, random);
      fill(c, sizeC, random);
      tasks = plan.tasks(operands);
    }

    private static int extent(int[] offsets, int size) {
      return java.util.Arrays.stream(offsets).max().getAsInt() + size;
    }

    private void fill(int offset, int size, Random random) {
      for (int i = 0; i < size; i++) {
        memory[offset + i] = (float) random.nextGaussian();
      }
    }

    float a(int batch, int i, int p) {
      int at = product.transposeA() ? p * product.m() + i : i * product.k() + p;
      return memory[operands.a() + product.batches().a()[batch] + at];
    }

    float b(int batch, int p, int j) {
      int at = product.transposeB() ? j * product.k() + p : p * product.n() + j;
      return memory[operands.b() + product.batches().b()[batch] + at];
    }

    int c(int batch, int i, int j) {
      return operands.c() + product.batches().c()[batch] + i * product.n() + j;
    }

    /** Runs and compares: each sum within k roundings of the exact one, everything else as was. */
    void check() {
      float[] before = memory.clone();
      Runner.run(tasks, memory);
      for (int batch = 0; batch < product.batches().count(); batch++) {
        for (int i = 0; i < product.m(); i++) {
          for (int j = 0; j < product.n(); j++) {
            checkValue(batch, i, j, before);
          }
        }
      }
      for (int at = 0; at < operands.b(); at++) {
        boolean own = at >= operands.workspace() && at < operands.b() - 5;
        boolean result = at >= operands.c() && at < operands.c() + sizeC;
        assertTrue(own || result || memory[at] == before[at], "written outside, at " + at);
      }
    }

    private void checkValue(int batch, int i, int j, float[] before) {
      double sum = product.accumulate() ? before[c(batch, i, j)] : 0;
      double size = Math.abs(sum);
      for (int p = 0; p < product.k(); p++) {
        double term = (double) a(batch, i, p) * b(batch, p, j);
        sum += term;
        size += Math.abs(term);
      }
      double bound = (product.k() + 2) * 0x1p-24 * size;
      assertEquals(sum, memory[c(batch, i, j)], bound, () -> product + " at " + i + ", " + j);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void isTheDefiningSum(MatrixKernel kernel) {
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      int m = SIZES[random.nextInt(SIZES.length)];
      int n = SIZES[random.nextInt(SIZES.length)];
      int k = SIZES[random.nextInt(SIZES.length)];
      Product product = Product.of(m, n, k, random.nextBoolean(), random.nextBoolean());
      product = random.nextInt(4) == 0 ? product.accumulating() : product;
      new Laid(kernel, product, random).check();
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void largeProductsAreCutUpAndPutTogether(MatrixKernel kernel) {
    Random random = new Random(2);
    int[][] shapes = {
      {260, 200, 130}, {3, 300, 2100}, {130, 70, 1030}, {700, 9, 33}, {97, 513, 64}
    };
    for (int[] s : shapes) {
      for (int transposed = 0; transposed < 4; transposed++) {
        Product product = Product.of(s[0], s[1], s[2], (transposed & 1) > 0, (transposed & 2) > 0);
        new Laid(kernel, product, random).check();
        new Laid(kernel, product.accumulating(), random).check();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void leadingAxesBroadcast(MatrixKernel kernel) {
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      int m = 1 + random.nextInt(20);
      int n = 1 + random.nextInt(40);
      int k = 1 + random.nextInt(20);
      boolean left = random.nextBoolean();
      boolean right = random.nextBoolean();
      Shape a = shape(random, left ? k : m, left ? m : k);
      Shape b = shape(random, right ? n : k, right ? k : n);
      Shape leading = leading(a).broadcast(leading(b));
      Shape c = Shape.of(m, n).prepend(leading.sizes());
      Product product = Product.of(a, b, c, new Attributes.Transposed(left, right));
      assertEquals(c.elements(), product.m() * product.n() * product.batches().count());
      new Laid(kernel, product, random).check();
    }
  }

  /** (3, 2) leading axes, each one stretched or missing at random. */
  private static Shape shape(Random random, int rows, int columns) {
    Shape last = Shape.of(rows, columns);
    int two = random.nextBoolean() ? 2 : 1;
    int three = random.nextBoolean() ? 3 : 1;
    return switch (random.nextInt(3)) {
      case 0 -> last;
      case 1 -> last.prepend(two);
      default -> last.prepend(three, two);
    };
  }

  private static Shape leading(Shape shape) {
    int[] sizes = shape.sizes();
    return Shape.of(java.util.Arrays.copyOf(sizes, sizes.length - 2));
  }

  @Test
  void broadcastMatricesHaveTheirOffsets() {
    Batches batches = Batches.of(Shape.of(2, 1, 4, 5), Shape.of(3, 5, 6), Shape.of(2, 3, 4, 6));
    assertArrayEquals(new int[] {0, 0, 0, 20, 20, 20}, batches.a());
    assertArrayEquals(new int[] {0, 30, 60, 0, 30, 60}, batches.b());
    assertArrayEquals(new int[] {0, 24, 48, 72, 96, 120}, batches.c());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void orderAndThreadsChangeNoBit(MatrixKernel kernel) {
    for (int transposed = 0; transposed < 4; transposed++) {
      Product product = Product.of(300, 330, 1100, (transposed & 1) > 0, (transposed & 2) > 0);
      Laid first = new Laid(kernel, product, new Random(4));
      Laid second = new Laid(kernel, product, new Random(4));
      Laid third = new Laid(kernel, product, new Random(4));
      Runner.run(first.tasks, first.memory);
      Runner.shuffled(second.tasks, second.memory, new Random(5));
      Runner.threads(third.tasks, third.memory, 3);
      assertTrue(first.tasks.get(first.tasks.size() - 1).parts() > 3);
      assertArrayEquals(first.memory, second.memory);
      assertArrayEquals(first.memory, third.memory);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void notANumberAndInfinityStayInTheirRowAndColumn(MatrixKernel kernel) {
    Product product = Product.of(13, 70, 20, false, false);
    Laid laid = new Laid(kernel, product, new Random(7));
    laid.memory[laid.operands.a() + 5 * 20 + 3] = Float.NaN;
    laid.memory[laid.operands.b() + 4 * 70 + 69] = Float.POSITIVE_INFINITY;
    Runner.run(laid.tasks, laid.memory);
    for (int i = 0; i < 13; i++) {
      for (int j = 0; j < 70; j++) {
        float value = laid.memory[laid.c(0, i, j)];
        assertEquals(i == 5, Float.isNaN(value));
        assertEquals(i != 5 && j == 69, Float.isInfinite(value));
      }
    }
  }
}
