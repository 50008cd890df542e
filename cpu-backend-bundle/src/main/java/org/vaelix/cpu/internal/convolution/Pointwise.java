package org.vaelix.cpu.internal.convolution;

import java.util.List;
import org.vaelix.cpu.internal.matrix.Batches;
import org.vaelix.cpu.internal.matrix.MatrixKernel;
import org.vaelix.cpu.internal.matrix.MatrixProduct;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.matrix.Product;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * A convolution with a filter of one pixel is a matrix product for each sample: filter times
 * channels, or on the way back transposed filter times maps. Nothing need be laid out.
 */
record Pointwise(MatrixProduct product, boolean back) implements Convolution {

  static boolean is(Geometry g) {
    return g.filterHeight() * g.filterWidth() * g.strideHeight() * g.strideWidth() == 1
        && g.top() + g.left() == 0
        && g.rows() == g.height()
        && g.columns() == g.width();
  }

  static Pointwise of(Geometry g, boolean back) {
    int m = back ? g.channels() : g.maps();
    int k = back ? g.maps() : g.channels();
    int n = g.height() * g.width();
    int[] filter = new int[g.samples()];
    int[] images = new int[g.samples()];
    int[] results = new int[g.samples()];
    for (int sample = 0; sample < g.samples(); sample++) {
      images[sample] = sample * k * n;
      results[sample] = sample * m * n;
    }
    Batches batches = new Batches(filter, images, results);
    Product product = new Product(m, n, k, back, false, batches, false);
    return new Pointwise(MatrixProduct.plan(MatrixKernel.best(), product), back);
  }

  @Override
  public int workspaceFloats() {
    return product.workspaceFloats();
  }

  @Override
  public List<Task> tasks(Operands operands) {
    int filter = back ? operands.a() : operands.b();
    int images = back ? operands.b() : operands.a();
    return product.tasks(new Operands(filter, images, operands.c(), operands.workspace()));
  }
}
