package org.vaelix.core.internal.reference;

import java.util.Arrays;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * The convolution and its two adjoints, by the definition. All three are the same loops over
 * y[n,o,i,j], w[o,c,u,v] and x[n,c,i·s+u−p,j·s+v−p]; they differ in which of the three is computed
 * from the other two.
 */
final class Convolution {
  /** What is done along one row of windows: from its start in y, w and x. */
  @FunctionalInterface
  private interface Row {
    void at(int y, int w, int x, int length);
  }

  private final int samples;
  private final int channels;
  private final int height;
  private final int width;
  private final int maps;
  private final int filterHeight;
  private final int filterWidth;
  private final int rows;
  private final int columns;
  private final Attributes.Convolution attributes;

  private Convolution(Shape x, Shape w, Shape y, Attributes.Convolution attributes) {
    this.samples = x.size(0);
    this.channels = x.size(1);
    this.height = x.size(2);
    this.width = x.size(3);
    this.maps = w.size(0);
    this.filterHeight = w.size(2);
    this.filterWidth = w.size(3);
    this.rows = y.size(2);
    this.columns = y.size(3);
    this.attributes = attributes;
  }

  static Kernel of(Tensor node, double[][] operands, double[] result) {
    Attributes.Convolution attributes = (Attributes.Convolution) node.attributes();
    Shape first = node.operands().get(0).shape();
    Shape second = node.operands().get(1).shape();
    Shape own = node.shape();
    double[] a = operands[0];
    double[] b = operands[1];
    int stride = attributes.strideWidth();
    if (node.op() == Op.CONV2D) {
      return new Convolution(first, second, own, attributes)
          .kernel(result, (y, w, x, n) -> forward(result, y, b[w], a, x, stride, n));
    }
    if (node.op() == Op.CONV2D_INPUT_GRADIENT) {
      return new Convolution(own, first, second, attributes)
          .kernel(result, (y, w, x, n) -> toInput(b, y, a[w], result, x, stride, n));
    }
    return new Convolution(first, own, second, attributes)
        .kernel(result, (y, w, x, n) -> result[w] += toFilter(b, y, a, x, stride, n));
  }

  private Kernel kernel(double[] result, Row row) {
    return (seed, step) -> {
      Arrays.fill(result, 0);
      for (int n = 0; n < samples; n++) {
        for (int o = 0; o < maps; o++) {
          for (int c = 0; c < channels; c++) {
            window(n, o, c, row);
          }
        }
      }
    };
  }

  /** All places of the filter that joins channel c to map o. */
  private void window(int n, int o, int c, Row row) {
    for (int u = 0; u < filterHeight; u++) {
      for (int v = 0; v < filterWidth; v++) {
        int w = ((o * channels + c) * filterHeight + u) * filterWidth + v;
        place(n * maps + o, w, n * channels + c, u, v, row);
      }
    }
  }

  /** One place (u, v) of the filter over all windows in which it does not lie on the padding. */
  private void place(int map, int w, int channel, int u, int v, Row row) {
    int down = attributes.strideHeight();
    int across = attributes.strideWidth();
    int firstColumn = first(v - attributes.left(), across);
    int length = end(v - attributes.left(), across, width, columns) - firstColumn;
    int x0 = firstColumn * across + v - attributes.left();
    int lastRow = end(u - attributes.top(), down, height, rows);
    for (int i = first(u - attributes.top(), down); i < lastRow && length > 0; i++) {
      int h = i * down + u - attributes.top();
      row.at(
          (map * rows + i) * columns + firstColumn, w, (channel * height + h) * width + x0, length);
    }
  }

  /** The first window whose place is not on the padding before. */
  private static int first(int offset, int stride) {
    return Math.max(0, -Math.floorDiv(offset, stride));
  }

  /** The window after the last whose place is not on the padding behind. */
  private static int end(int offset, int stride, int size, int windows) {
    return Math.min(windows, Math.floorDiv(size - 1 - offset, stride) + 1);
  }

  private static void forward(
      double[] y, int p, double w, double[] x, int q, int stride, int length) {
    if (stride == 1) {
      for (int j = 0; j < length; j++) {
        y[p + j] += w * x[q + j];
      }
    } else {
      for (int j = 0; j < length; j++) {
        y[p + j] += w * x[q + j * stride];
      }
    }
  }

  private static void toInput(
      double[] y, int p, double w, double[] x, int q, int stride, int length) {
    if (stride == 1) {
      for (int j = 0; j < length; j++) {
        x[q + j] += w * y[p + j];
      }
    } else {
      for (int j = 0; j < length; j++) {
        x[q + j * stride] += w * y[p + j];
      }
    }
  }

  private static double toFilter(double[] y, int p, double[] x, int q, int stride, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += y[p + j] * x[q + j * stride];
    }
    return sum;
  }
}
