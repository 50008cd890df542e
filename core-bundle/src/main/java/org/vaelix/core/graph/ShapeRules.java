package org.vaelix.core.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The shape of each result that does not follow from broadcasting or axes alone. */
final class ShapeRules {
  private ShapeRules() {}

  static Shape matmul(Shape left, Shape right, Attributes.Transposed transposed) {
    if (left.rank() < 2 || right.rank() < 2) {
      throw new ShapeException("needs matrices, got " + left + " and " + right);
    }
    int rows = left.size(transposed.left() ? -1 : -2);
    int inner = left.size(transposed.left() ? -2 : -1);
    int other = right.size(transposed.right() ? -1 : -2);
    int columns = right.size(transposed.right() ? -2 : -1);
    if (inner != other) {
      throw new ShapeException(
          "the inner sizes differ: " + inner + " in " + left + " and " + other + " in " + right);
    }
    Shape batch = leading(left).broadcast(leading(right));
    int[] sizes = Arrays.copyOf(batch.sizes(), batch.rank() + 2);
    sizes[batch.rank()] = rows;
    sizes[batch.rank() + 1] = columns;
    return Shape.of(sizes);
  }

  private static Shape leading(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.sizes(), shape.rank() - 2));
  }

  static Shape conv2d(Shape input, Shape filter, Attributes.Convolution c) {
    if (input.rank() != 4 || filter.rank() != 4 || input.size(1) != filter.size(1)) {
      throw new ShapeException(
          "needs an input (N, C, H, W) and a filter (O, C, U, V), got " + input + " and " + filter);
    }
    int height = positions(input.size(2) + c.top() + c.bottom(), filter.size(2), c.strideHeight());
    int width = positions(input.size(3) + c.left() + c.right(), filter.size(3), c.strideWidth());
    return Shape.of(input.size(0), filter.size(0), height, width);
  }

  static Shape windows2d(Shape input, Attributes.Window w) {
    if (input.rank() != 4) {
      throw new ShapeException("needs an input (N, C, H, W), got " + input);
    }
    int height = positions(input.size(2), w.height(), w.strideHeight());
    int width = positions(input.size(3), w.width(), w.strideWidth());
    return Shape.of(input.size(0), input.size(1), height, width, w.height() * w.width());
  }

  private static int positions(int size, int window, int stride) {
    if (window < 1 || stride < 1 || window > size) {
      throw new ShapeException(
          "a window of " + window + " with stride " + stride + " does not fit into " + size);
    }
    return (size - window) / stride + 1;
  }

  static Shape reshape(Shape from, Shape to) {
    if (from.elements() != to.elements()) {
      throw new ShapeException(
          from + " has " + from.elements() + " elements and " + to + " has " + to.elements());
    }
    return to;
  }

  static Shape transpose(Shape shape, int[] axes) {
    int[] fromZero = Arrays.stream(axes).map(shape::axis).toArray();
    if (axes.length != shape.rank() || Arrays.stream(fromZero).distinct().count() != axes.length) {
      throw new ShapeException(
          Arrays.toString(axes) + " does not name each axis of " + shape + " once");
    }
    return Shape.of(Arrays.stream(fromZero).map(shape::size).toArray());
  }

  static Shape slice(Shape shape, int[] start, Shape size) {
    boolean fits = start.length == shape.rank() && size.rank() == shape.rank();
    for (int axis = 0; fits && axis < start.length; axis++) {
      fits = start[axis] >= 0 && start[axis] + size.size(axis) <= shape.size(axis);
    }
    if (!fits) {
      throw new ShapeException(
          "a box of " + size + " at " + Arrays.toString(start) + " is not inside " + shape);
    }
    return size;
  }

  static Shape pad(Shape shape, int[] before, int[] after) {
    if (before.length != shape.rank() || after.length != shape.rank()) {
      throw new ShapeException("the border must name each axis of " + shape);
    }
    if (IntStream.concat(Arrays.stream(before), Arrays.stream(after)).anyMatch(n -> n < 0)) {
      throw new ShapeException(
          "a border is negative in " + Arrays.toString(before) + ", " + Arrays.toString(after));
    }
    int[] sizes = shape.sizes();
    for (int axis = 0; axis < sizes.length; axis++) {
      sizes[axis] += before[axis] + after[axis];
    }
    return Shape.of(sizes);
  }

  static Shape concat(int axis, List<Shape> shapes) {
    Shape first = shapes.get(0);
    int total = 0;
    for (Shape shape : shapes) {
      if (shape.rank() != first.rank() || !shape.with(axis, 1).equals(first.with(axis, 1))) {
        throw new ShapeException(first + " and " + shape + " differ beside axis " + axis);
      }
      total += shape.size(axis);
    }
    return first.with(axis, total);
  }
}
