package org.vaelix.core.internal.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Operations that move values: each one is a walk with the right strides and starts. */
final class Layout {
  private Layout() {}

  static Kernel of(Tensor node, double[][] x, double[] y) {
    return switch (node.op()) {
      case BROADCAST -> broadcast(node, x[0], y);
      case TRANSPOSE -> transpose(node, x[0], y);
      case SLICE -> slice(node, x[0], y);
      case PAD -> pad(node, x[0], y);
      case CONCAT -> concat(node, x, y);
      case WINDOWS2D -> windows(node, x[0], y);
      case FOLD2D -> fold(node, x[0], y);
      default -> throw new AssertionError(node.op());
    };
  }

  private static Kernel broadcast(Tensor node, double[] x, double[] y) {
    int[] from = Walk.stretched(node.operands().get(0).shape(), node.shape());
    return copy(new Walk(node.shape().sizes(), from, node.shape().strides()), x, 0, y, 0);
  }

  private static Kernel transpose(Tensor node, double[] x, double[] y) {
    int[] strides = node.operands().get(0).shape().strides();
    int[] from =
        ((Attributes.Axes) node.attributes()).axes().stream().mapToInt(a -> strides[a]).toArray();
    return copy(new Walk(node.shape().sizes(), from, node.shape().strides()), x, 0, y, 0);
  }

  private static Kernel slice(Tensor node, double[] x, double[] y) {
    int[] from = node.operands().get(0).shape().strides();
    int start = position(from, ((Attributes.Start) node.attributes()).start());
    return copy(new Walk(node.shape().sizes(), from, node.shape().strides()), x, start, y, 0);
  }

  private static Kernel pad(Tensor node, double[] x, double[] y) {
    Attributes.Border border = (Attributes.Border) node.attributes();
    Shape shape = node.operands().get(0).shape();
    int[] to = node.shape().strides();
    Walk walk = new Walk(shape.sizes(), shape.strides(), to);
    Kernel inside = copy(walk, x, 0, y, position(to, border.before()));
    return (seed, step) -> {
      Arrays.fill(y, border.value());
      inside.run(seed, step);
    };
  }

  private static Kernel concat(Tensor node, double[][] x, double[] y) {
    int axis = ((Attributes.Axis) node.attributes()).axis();
    int[] to = node.shape().strides();
    List<Kernel> copies = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < x.length; i++) {
      Shape shape = node.operands().get(i).shape();
      copies.add(copy(new Walk(shape.sizes(), shape.strides(), to), x[i], 0, y, start * to[axis]));
      start += shape.size(axis);
    }
    return (seed, step) -> copies.forEach(part -> part.run(seed, step));
  }

  private static Kernel windows(Tensor node, double[] x, double[] y) {
    Attributes.Window window = (Attributes.Window) node.attributes();
    return copy(overWindows(node.operands().get(0).shape(), node.shape(), window), x, 0, y, 0);
  }

  private static Kernel fold(Tensor node, double[] x, double[] y) {
    Attributes.Window window = (Attributes.Window) node.attributes();
    Walk walk = overWindows(node.shape(), node.operands().get(0).shape(), window);
    int toStride = walk.stride(0);
    int fromStride = walk.stride(1);
    Walk.Run run =
        at -> {
          for (int i = 0; i < walk.length(); i++) {
            y[at[0] + i * toStride] += x[at[1] + i * fromStride];
          }
        };
    int[] start = new int[2];
    return (seed, step) -> {
      Arrays.fill(y, 0);
      walk.each(start, run);
    };
  }

  /** Every place of every window: first in the image, then in the array of windows. */
  private static Walk overWindows(Shape image, Shape windows, Attributes.Window window) {
    int[] s = image.strides();
    int down = s[2] * window.strideHeight();
    int across = s[3] * window.strideWidth();
    int[] sizes = Arrays.copyOf(windows.sizes(), 6);
    sizes[4] = window.height();
    sizes[5] = window.width();
    int[] inWindows = Shape.of(sizes).strides();
    return new Walk(sizes, new int[] {s[0], s[1], down, across, s[2], s[3]}, inWindows);
  }

  private static int position(int[] strides, List<Integer> index) {
    int position = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      position += strides[axis] * index.get(axis);
    }
    return position;
  }

  private static Kernel copy(Walk walk, double[] x, int fromStart, double[] y, int toStart) {
    int[] start = {fromStart, toStart};
    Walk.Run run = run(x, walk.stride(0), y, walk.stride(1), walk.length());
    return (seed, step) -> walk.each(start, run);
  }

  private static Walk.Run run(double[] x, int from, double[] y, int to, int length) {
    if (from == 1 && to == 1) {
      return at -> System.arraycopy(x, at[0], y, at[1], length);
    }
    if (from == 0 && to == 1) {
      return at -> Arrays.fill(y, at[1], at[1] + length, x[at[0]]);
    }
    return at -> {
      for (int i = 0; i < length; i++) {
        y[at[1] + i * to] = x[at[0] + i * from];
      }
    };
  }
}
