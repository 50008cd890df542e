package org.vaelix.cpu.internal.matrix;

import java.util.Arrays;

/**
 * How one product is cut: into parts for threads, columns into panels as wide as a tile, and the
 * sum over k into stretches for the cache. Depends on the shape only, so that results do not depend
 * on the number of threads.
 *
 * @param rows of a part, a multiple of the kernel's
 * @param panels of a part
 * @param starts the first column of each panel, and behind the last the packed columns of all
 * @param depth of a stretch of k
 */
record Blocking(int rows, int panels, int[] starts, int depth) {
  /** A panel of this depth and the rows that meet it fit into a second-level cache of 1 MB. */
  private static final int DEPTH = 1024;

  /** Below this a part is not worth a hand-over between threads. */
  private static final double SMALLEST = 1.5e6;

  /** How many parts give 16 threads something to do, and 3 threads about the same each. */
  private static final int PARTS = 24;

  private static final int FEWEST_ROWS = 32;

  static Blocking of(MatrixKernel kernel, Product product) {
    int stretches = (product.k() + DEPTH - 1) / DEPTH;
    int depth = (product.k() + stretches - 1) / stretches;
    int[] starts = starts(kernel, product.n());
    double wanted = Math.min(PARTS, product.operations() / SMALLEST) / product.batches().count();
    int panels = starts.length - 1;
    int tiles = (product.m() + kernel.rows() - 1) / kernel.rows();
    int across = (int) Math.max(1, Math.min(panels, wanted));
    int least = Math.max(1, FEWEST_ROWS / kernel.rows());
    int down = (int) Math.max(1, Math.min((double) tiles / least, wanted / across));
    return new Blocking(
        (tiles + down - 1) / down * kernel.rows(), (panels + across - 1) / across, starts, depth);
  }

  private static int[] starts(MatrixKernel kernel, int n) {
    int[] starts = new int[n + 1];
    int panels = 0;
    int start = 0;
    while (start < n) {
      starts[panels++] = start;
      start += kernel.width(n - start);
    }
    starts[panels] = start;
    return Arrays.copyOf(starts, panels + 1);
  }

  /** {@return how wide a panel is, zeros included} */
  int width(int panel) {
    return starts[panel + 1] - starts[panel];
  }

  /** {@return how many panels there are} */
  int panelCount() {
    return starts.length - 1;
  }

  /** {@return how many columns all panels have, zeros included} */
  int packedColumns() {
    return starts[starts.length - 1];
  }

  int down(Product product) {
    return (product.m() + rows - 1) / rows;
  }

  int across() {
    return (panelCount() + panels - 1) / panels;
  }
}
