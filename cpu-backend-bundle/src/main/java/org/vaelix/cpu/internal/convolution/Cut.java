package org.vaelix.cpu.internal.convolution;

/**
 * How the filter's gradient is cut. Depends on shapes and the kernel only.
 *
 * @param groups of samples, summed apart from one another
 * @param samples of a group
 * @param maps of a part, a multiple of DOTS
 * @param pack samples laid side by side, so that small images make long sums
 */
record Cut(int groups, int samples, int maps, int pack) {
  private static final int DOTS = ConvolutionKernel.DOTS;

  /** So many floats of running sums are still read and written faster than they are made. */
  private static final int SUMS = 524_288;

  /** Fewer maps than this take less time than laying the images out for them. */
  private static final int FEWEST_MAPS = 16;

  /** So many floats of laid images and gradients as well. */
  private static final int LAID = 65_536;

  /** Fewer windows than this are not worth the final sum over the lanes. */
  private static final int FEWEST_WINDOWS = 1024;

  /** More partial sums than this take more memory than they save time. */
  private static final int MOST_PARTIAL = 2_000_000;

  private static final int PARTS = 24;

  static Cut of(ConvolutionKernel kernel, Geometry g) {
    int samples = samples(g);
    int groups = (g.samples() + samples - 1) / samples;
    int tiles = (g.maps() + DOTS - 1) / DOTS;
    int sums = (g.filterSize() + DOTS - 1) / DOTS * DOTS * DOTS * kernel.lanes();
    int most = Math.max(1, SUMS / sums);
    int blocks =
        Math.max(
            1,
            Math.max(
                (tiles + most - 1) / most, Math.min(tiles * DOTS / FEWEST_MAPS, PARTS / groups)));
    int maps = (tiles + blocks - 1) / blocks * DOTS;
    int images = g.channels() * g.images().phases() + maps;
    int pack = LAID / (images * g.laidRows() * g.laidColumns());
    return new Cut(groups, samples, maps, Math.max(1, Math.min(samples, pack)));
  }

  private static int samples(Geometry g) {
    double windows = (double) g.samples() * g.flat();
    int partial = g.maps() * g.filterSize();
    int most = (int) Math.min(windows / FEWEST_WINDOWS, MOST_PARTIAL / partial);
    int groups = Math.max(1, Math.min(Math.min(g.samples(), PARTS), most));
    return (g.samples() + groups - 1) / groups;
  }

  /** {@return how many parts share a group's samples} */
  int blocks(Geometry g) {
    return (g.maps() + maps - 1) / maps;
  }
}
