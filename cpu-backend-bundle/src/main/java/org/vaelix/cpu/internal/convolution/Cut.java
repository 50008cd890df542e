package org.vaelix.cpu.internal.convolution;

/**
 * How the filter's gradient is cut. Depends on shapes and the kernel only.
 *
 * @param groups of samples, summed apart from one another
 * @param samples of a group
 * @param pack samples of it that are laid side by side, if images are small
 * @param rows of one sample (of tiles, with transforms) that are laid at once
 */
record Cut(int groups, int samples, int pack, int rows) {
  /** Fewer windows than this are not worth the final sum over groups. */
  private static final int FEWEST_WINDOWS = 1024;

  /** More partial sums than this take more memory than they save time. */
  private static final int MOST_PARTIAL = 1_200_000;

  private static final int PARTS = 24;

  /** So many floats of laid images and gradients stay in the second-level cache. */
  private static final int LAID = 262_144;

  /** So many windows make sums long enough; no more, so that their gradients stay near. */
  private static final int FLAT = 640;

  /**
   * {@return the cut}
   *
   * @param g the convolution
   * @param rows of a sample, in all
   * @param more rows that a block of them needs beside its own
   * @param line windows of a row
   * @param perWindow floats that are laid for each
   */
  static Cut of(Geometry g, int rows, int more, int line, int perWindow) {
    int samples = samples(g);
    int groups = (g.samples() + samples - 1) / samples;
    int flat = Math.min(FLAT, LAID / perWindow);
    int fitting = Math.max(1, flat / line);
    int blocks = (rows + fitting - 1) / fitting;
    int pack = Math.max(1, Math.min(samples, flat / ((rows + more) * line)));
    int packs = (samples + pack - 1) / pack;
    return new Cut(groups, samples, (samples + packs - 1) / packs, (rows + blocks - 1) / blocks);
  }

  private static int samples(Geometry g) {
    double windows = (double) g.samples() * g.rows() * g.columns();
    int partial = g.maps() * g.filterSize();
    int most = (int) Math.min(windows / FEWEST_WINDOWS, MOST_PARTIAL / partial);
    int groups = Math.max(1, Math.min(Math.min(g.samples(), PARTS), most));
    return (g.samples() + groups - 1) / groups;
  }
}
