package org.vaelix.cpu.internal.convolution;

import java.util.Arrays;

/**
 * Lays an image out with its padding and its channels innermost: then the values that a window
 * meets along a row of the filter lie one after another. Of a stride down each phase is laid apart;
 * the values within a stride across stay side by side.
 *
 * @param geometry of the convolution
 * @param line windows of a laid row, zeros included
 */
record Channels(Geometry geometry, int line) {
  /** Channels that are laid together, so that what is written lies side by side. */
  private static final int TOGETHER = 4;

  /** {@return values of a window's place: the channels, for each column within a stride} */
  int depth() {
    return geometry.phasesAcross() * geometry.channels();
  }

  /**
   * Lays some rows of one phase.
   *
   * @param phase row by row
   * @param memory where the image is
   * @param image its first value
   * @param first the first row of the phase
   * @param rows how many
   * @param to where they go
   * @param offset of the first
   */
  void lay(int phase, float[] memory, int image, int first, int rows, float[] to, int offset) {
    Geometry g = geometry;
    int size = line * depth();
    for (int row = 0; row < rows; row++) {
      int out = offset + row * size;
      int h = (first + row) * g.strideHeight() + phase - g.top();
      // Row by row, so that it is still in the nearest cache when it is filled.
      Arrays.fill(to, out, out + size, 0f);
      if (h >= 0 && h < g.height()) {
        for (int b = 0; b < g.phasesAcross(); b++) {
          row(memory, image + h * g.width(), b - g.left(), to, out + b * g.channels());
        }
      }
    }
  }

  /** Column q comes from q · stride + shift, if that is inside. */
  private void row(float[] memory, int from, int shift, float[] to, int out) {
    int stride = geometry.strideWidth();
    int first = Math.max(0, -Math.floorDiv(shift, stride));
    int last = Math.min(line, Math.floorDiv(geometry.width() - 1 - shift, stride) + 1);
    int plane = geometry.height() * geometry.width();
    int in = from + shift + first * stride;
    int at = out + first * depth();
    int c = 0;
    for (; c + TOGETHER <= geometry.channels(); c += TOGETHER) {
      four(memory, in + c * plane, plane, stride, to, at + c, depth(), last - first);
    }
    for (; c < geometry.channels(); c++) {
      one(memory, in + c * plane, stride, to, at + c, depth(), last - first);
    }
  }

  private static void one(
      float[] memory, int from, int stride, float[] to, int at, int depth, int count) {
    for (int q = 0; q < count; q++) {
      to[at + q * depth] = memory[from + q * stride];
    }
  }

  private static void four(
      float[] memory, int from, int plane, int stride, float[] to, int at, int depth, int count) {
    for (int q = 0; q < count; q++) {
      int in = from + q * stride;
      int out = at + q * depth;
      to[out] = memory[in];
      to[out + 1] = memory[in + plane];
      to[out + 2] = memory[in + 2 * plane];
      to[out + 3] = memory[in + 3 * plane];
    }
  }
}
