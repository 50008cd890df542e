package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;

/**
 * Lays an image out with its padding, one phase of the stride at a time, in a thread's own memory:
 * there it is still in the cache when it is used.
 *
 * @param height of the image
 * @param width of the image
 * @param strideHeight rows of the padded image from one row of a phase to the next
 * @param strideWidth columns likewise
 * @param top zeros above
 * @param left zeros to the left
 * @param phasesDown how many of the rows within a stride are wanted
 * @param phasesAcross how many of the columns within a stride are wanted
 * @param line columns of a laid row, zeros included
 */
record Planes(
    int height,
    int width,
    int strideHeight,
    int strideWidth,
    int top,
    int left,
    int phasesDown,
    int phasesAcross,
    int line) {

  /** {@return how many phases an image has} */
  int phases() {
    return phasesDown * phasesAcross;
  }

  /**
   * Lays some rows of all phases of an image.
   *
   * @param memory where the image is
   * @param image its first value
   * @param first the first row of the phases
   * @param rows how many
   * @param to where they go
   * @param offset of the first phase
   * @param pitch from one phase to the next
   */
  void lay(float[] memory, int image, int first, int rows, float[] to, int offset, int pitch) {
    for (int phase = 0; phase < phases(); phase++) {
      int a = phase / phasesAcross;
      int b = phase % phasesAcross;
      int out = offset + phase * pitch;
      Arrays.fill(to, out, out + rows * line, 0f);
      for (int row = first; row < first + rows; row++) {
        int h = row * strideHeight + a - top;
        if (h >= 0 && h < height) {
          row(memory, image + h * width, b - left, to, out);
        }
        out += line;
      }
    }
  }

  /** One row: column q comes from q · stride + shift, if that is inside. */
  private void row(float[] memory, int in, int shift, float[] to, int out) {
    int first = Math.max(0, -Math.floorDiv(shift, strideWidth));
    int last = Math.min(line, Math.floorDiv(width - 1 - shift, strideWidth) + 1);
    int from = in + shift;
    if (strideWidth == 1) {
      System.arraycopy(memory, from + first, to, out + first, Math.max(0, last - first));
    } else {
      for (int q = first; q < last; q++) {
        to[out + q] = memory[from + q * strideWidth];
      }
    }
  }
}
