package org.vaelix.cpu.internal.convolution;

/**
 * A convolution with a filter of three rows and a stride of 1, cut into strips: some rows of one
 * sample or, where images are small, some whole samples side by side. Depends on shapes only.
 *
 * @param samples how many
 * @param images of a sample
 * @param height of an image
 * @param width of an image
 * @param top zeros above it
 * @param left zeros to its left
 * @param maps of the result
 * @param rows of the result
 * @param columns of the result
 * @param wide columns of the filter
 */
record Strips(
    int samples,
    int images,
    int height,
    int width,
    int top,
    int left,
    int maps,
    int rows,
    int columns,
    int wide) {
  /** Columns of a strip, its rows of tiles one after another: enough to fill whole vectors. */
  private static final int FLAT = 288;

  /** So many floats of transformed images, with the rest, stay in the second-level cache. */
  private static final int LAID = 131_072;

  /** {@return how the forward convolution is cut} */
  static Strips forward(Geometry g) {
    return new Strips(
        g.samples(),
        g.channels(),
        g.height(),
        g.width(),
        g.top(),
        g.left(),
        g.maps(),
        g.rows(),
        g.columns(),
        g.filterWidth());
  }

  /** {@return how the way back is cut: the gradients meet the filter turned round} */
  static Strips back(Geometry g) {
    return new Strips(
        g.samples(),
        g.maps(),
        g.rows(),
        g.columns(),
        Transforms.FILTER - 1 - g.top(),
        g.filterWidth() - 1 - g.left(),
        g.channels(),
        g.height(),
        g.width(),
        g.filterWidth());
  }

  /** {@return columns of a laid row: the zeros left of the next row are those right of this one} */
  int line() {
    int inside = Math.min(left + width, columns + wide - 1);
    return Math.max(inside, columns + wide - 1 - left);
  }

  /** {@return rows of tiles of a sample} */
  int tileRows() {
    return (rows + Transforms.TILE - 1) / Transforms.TILE;
  }

  private int most() {
    return Math.min(FLAT, LAID / (Transforms.POINTS * images));
  }

  /** {@return rows of tiles of a strip} */
  int tiles() {
    int fitting = Math.max(1, most() / line());
    int blocks = (tileRows() + fitting - 1) / fitting;
    return (tileRows() + blocks - 1) / blocks;
  }

  /** {@return strips of a sample} */
  int blocks() {
    return (tileRows() + tiles() - 1) / tiles();
  }

  /** {@return samples of a strip} */
  int pack() {
    int fitting = Math.max(1, Math.min(samples, most() / (tileRows() * line())));
    int packs = (samples + fitting - 1) / fitting;
    return (samples + packs - 1) / packs;
  }

  /** {@return strips of all samples} */
  int parts() {
    return (samples + pack() - 1) / pack() * blocks();
  }

  /** {@return how its images are laid out} */
  Planes planes() {
    return new Planes(height, width, 1, 1, top, left, 1, 1, line());
  }
}
