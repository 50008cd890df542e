package org.vaelix.cpu.internal.convolution;

import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;

/**
 * The sizes of a convolution y = x * w and of the layout in which it becomes a matrix product.
 *
 * <p>The padded input is dealt out to phases, one for each place within a stride: phase (u mod s, v
 * mod s) holds every s-th row and column. In a phase, the value that filter place (u, v) needs for
 * the window at (i, j) lies at (i + u/s, j + v/s). With rows {@link #laidColumns} long, that is the
 * same shift for all windows: value f + shift for window f = i · laidColumns + j. So each (channel,
 * place) of the filter is one row of a matrix that is read where it lies, and the few windows
 * beyond the end of each row are computed and dropped.
 */
record Geometry(
    int samples,
    int channels,
    int height,
    int width,
    int maps,
    int filterHeight,
    int filterWidth,
    int rows,
    int columns,
    int strideHeight,
    int strideWidth,
    int top,
    int left) {

  static Geometry of(Shape x, Shape w, Shape y, Attributes.Convolution c) {
    return new Geometry(
        x.size(0),
        x.size(1),
        x.size(2),
        x.size(3),
        w.size(0),
        w.size(2),
        w.size(3),
        y.size(2),
        y.size(3),
        c.strideHeight(),
        c.strideWidth(),
        c.top(),
        c.left());
  }

  /** {@return phases down that a filter touches} */
  int phasesDown() {
    return Math.min(strideHeight, filterHeight);
  }

  /** {@return phases across that a filter touches} */
  int phasesAcross() {
    return Math.min(strideWidth, filterWidth);
  }

  /** {@return places of the filter down in its longest phase} */
  int tall() {
    return (filterHeight - 1) / strideHeight + 1;
  }

  /** {@return places of the filter across in its longest phase} */
  int wide() {
    return (filterWidth - 1) / strideWidth + 1;
  }

  /** {@return rows of a phase that windows touch} */
  int laidRows() {
    return rows + tall() - 1;
  }

  /** {@return columns of a phase that windows touch} */
  int laidColumns() {
    return columns + wide() - 1;
  }

  /** {@return values of the filter for one map} */
  int filterSize() {
    return channels * filterHeight * filterWidth;
  }

  /** {@return floating-point operations that count} */
  double operations() {
    return 2.0 * samples * maps * rows * columns * filterSize();
  }

  /** {@return how many windows there are from the first to the last, dropped ones included} */
  int flat() {
    return (rows - 1) * laidColumns() + columns;
  }

  /** {@return how its images are laid out} */
  Planes images() {
    return new Planes(
        height,
        width,
        strideHeight,
        strideWidth,
        top,
        left,
        phasesDown(),
        phasesAcross(),
        laidColumns());
  }

  /**
   * {@return for each channel and filter place, in the filter's order, where its row begins}
   *
   * @param plane from one phase of a channel to the next
   */
  int[] places(int plane) {
    int[] places = new int[filterSize()];
    int p = 0;
    for (int c = 0; c < channels; c++) {
      for (int u = 0; u < filterHeight; u++) {
        for (int v = 0; v < filterWidth; v++) {
          int phase = u % strideHeight * phasesAcross() + v % strideWidth;
          int shift = u / strideHeight * laidColumns() + v / strideWidth;
          places[p++] = (c * phasesDown() * phasesAcross() + phase) * plane + shift;
        }
      }
    }
    return places;
  }
}
