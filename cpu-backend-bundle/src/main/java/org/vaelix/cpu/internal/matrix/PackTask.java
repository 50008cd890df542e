package org.vaelix.cpu.internal.matrix;

import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Packs the right operand once for all rows of a product. Each part packs one panel of one matrix.
 */
final class PackTask implements Task {
  private final Product product;
  private final Blocking blocking;
  private final int[] matrices;
  private final int b;
  private final int workspace;

  PackTask(Product product, Blocking blocking, int[] matrices, int b, int workspace) {
    this.product = product;
    this.blocking = blocking;
    this.matrices = matrices;
    this.b = b;
    this.workspace = workspace;
  }

  @Override
  public int parts() {
    return matrices.length * blocking.panelCount();
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int matrix = part / blocking.panelCount();
    int panel = part % blocking.panelCount();
    int column = blocking.starts()[panel];
    int width = blocking.width(panel);
    Panels.pack(
        memory,
        b + matrices[matrix] + column * product.bColumn(),
        product.bStep(),
        product.bColumn(),
        product.k(),
        Math.min(width, product.n() - column),
        width,
        memory,
        workspace + (matrix * blocking.packedColumns() + column) * product.k());
  }

  @Override
  public long nanoseconds() {
    return (long) (0.3 * product.k() * product.n() * matrices.length);
  }
}
