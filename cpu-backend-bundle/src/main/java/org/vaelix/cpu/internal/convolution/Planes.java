package org.vaelix.cpu.internal.convolution;

/**
 * How images are laid out with their padding: for each image its phases one after another.
 *
 * @param images how many
 * @param height of an image
 * @param width of an image
 * @param strideHeight rows of the padded image from one row of a phase to the next
 * @param strideWidth columns likewise
 * @param top zeros above
 * @param left zeros to the left
 * @param phasesDown how many of the rows within a stride are wanted
 * @param phasesAcross how many of the columns within a stride are wanted
 * @param rows of a phase
 * @param columns of a phase
 * @param plane from one phase to the next; the rest behind the last row is zeros
 */
record Planes(
    int images,
    int height,
    int width,
    int strideHeight,
    int strideWidth,
    int top,
    int left,
    int phasesDown,
    int phasesAcross,
    int rows,
    int columns,
    int plane) {

  /** {@return floats of one image} */
  int image() {
    return phasesDown * phasesAcross * plane;
  }

  /** {@return floats of all images} */
  int floats() {
    return images * image();
  }
}
