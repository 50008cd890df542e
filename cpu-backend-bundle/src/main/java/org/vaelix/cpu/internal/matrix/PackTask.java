package org.vaelix.cpu.internal.matrix;

import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Packs the right operand once for all rows of a product. Each part packs one panel of one matrix.
 */
final class PackTask implements Task {
  private final MatrixKernel kernel;
  private final Product product;
  private final int[] matrices;
  private final int b;
  private final int workspace;
  private final int panels;

  PackTask(MatrixKernel kernel, Product product, int[] matrices, int b, int workspace) {
    this.kernel = kernel;
    this.product = product;
    this.matrices = matrices;
    this.b = b;
    this.workspace = workspace;
    this.panels = (product.n() + kernel.columns() - 1) / kernel.columns();
  }

  /** {@return how many floats one packed matrix takes} */
  static int floats(MatrixKernel kernel, Product product) {
    int columns = 0;
    for (int j = 0; j < product.n(); j += kernel.width(product.n() - j)) {
      columns += kernel.width(product.n() - j);
    }
    return columns * product.k();
  }

  @Override
  public int parts() {
    return matrices.length * panels;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int matrix = part / panels;
    int first = part % panels * kernel.columns();
    int last = Math.min(product.n(), first + kernel.columns());
    int to = workspace + matrix * floats(kernel, product);
    int from = b + matrices[matrix];
    int width;
    for (int j = first; j < last; j += width) {
      width = kernel.width(product.n() - j);
      Panels.pack(
          memory,
          from + j * product.bColumn(),
          product.bStep(),
          product.bColumn(),
          product.k(),
          Math.min(width, last - j),
          width,
          memory,
          to + j * product.k());
    }
  }

  @Override
  public long nanoseconds() {
    return (long) (0.4 * product.k() * product.n() * matrices.length);
  }
}
