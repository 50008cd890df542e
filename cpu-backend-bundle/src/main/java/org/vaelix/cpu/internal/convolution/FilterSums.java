package org.vaelix.cpu.internal.convolution;

/**
 * The products of which the gradient of a filter is made. Each sums, over windows, a row of laid
 * gradients times a run of laid images that begins where the window does.
 */
interface FilterSums {
  /** {@return how samples and rows are cut} */
  Cut cut();

  /** {@return rows of a sample, in the cut's units} */
  int rows();

  /** {@return how many products there are} */
  int products();

  /** {@return values of a run} */
  int run();

  /** {@return from one window's run to the next window's} */
  int depth();

  /** {@return how many windows are laid for so many rows of so many samples} */
  int flat(int samples, int rows);

  /** {@return how many of them lie from the first to the last that counts} */
  int windows(int samples, int rows);

  /** {@return floats of laid images and gradients} */
  int laidFloats();

  /** {@return where a product's images begin among what is laid} */
  int image(int product);

  /** {@return where a product's gradients of the first map begin among what is laid} */
  int gradient(int product);

  /** {@return from one map's laid gradients to the next map's} */
  int gradientRow();

  /** {@return how many times fewer products there are than the formula has} */
  double saving();

  /** Lays rows of some samples' images; image is where the first of the samples begins. */
  void layImages(
      float[] memory, int image, int samples, int row, int rows, float[] floats, int laid);

  /** Likewise their gradients. */
  void layGradients(
      float[] memory, int gradient, int samples, int row, int rows, float[] floats, int laid);

  /** Makes a gradient of the sums: product by product, map by map, each pitch long. */
  void put(float[] floats, int sums, int product, int pitch, float[] memory, int result);
}
