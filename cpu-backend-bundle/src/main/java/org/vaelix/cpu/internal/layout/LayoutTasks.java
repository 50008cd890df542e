package org.vaelix.cpu.internal.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.schedule.Task;

/** Turns operations that move values into tasks. */
public final class LayoutTasks {
  private LayoutTasks() {}

  /**
   * {@return the tasks, to be run one after another}
   *
   * @param node the operation's result
   * @param offsets of tensors in the program's memory
   */
  public static List<Task> of(Tensor node, ToIntFunction<Tensor> offsets) {
    Tensor x = node.operands().get(0);
    int from = offsets.applyAsInt(x);
    int to = offsets.applyAsInt(node);
    int[] strides = x.shape().strides();
    int[] own = node.shape().strides();
    return switch (node.op()) {
      case TRANSPOSE -> {
        List<Integer> axes = ((Attributes.Axes) node.attributes()).axes();
        int[] permuted = axes.stream().mapToInt(axis -> strides[axis]).toArray();
        yield List.of(copy(node.shape(), from, permuted, to, own));
      }
      case SLICE -> {
        int start = inner(((Attributes.Start) node.attributes()).start(), strides);
        yield List.of(copy(node.shape(), from + start, strides, to, own));
      }
      case PAD -> {
        Attributes.Border border = (Attributes.Border) node.attributes();
        Task fill = new FillTask(to, node.shape().elements(), (float) border.value());
        int start = to + inner(border.before(), own);
        yield List.of(fill, copy(x.shape(), from, strides, start, own));
      }
      case CONCAT -> concat(node, offsets);
      case WINDOWS2D -> {
        int[] windows = windows((Attributes.Window) node.attributes(), x.shape());
        yield List.of(windowCopy(node, from, windows, node.shape(), to, false));
      }
      case FOLD2D -> {
        int[] windows = windows((Attributes.Window) node.attributes(), node.shape());
        Task fill = new FillTask(to, node.shape().elements(), 0);
        yield List.of(fill, windowCopy(node, from, windows, x.shape(), to, true));
      }
      default -> throw new IllegalArgumentException(node.op() + " moves no values");
    };
  }

  private static List<Task> concat(Tensor node, ToIntFunction<Tensor> offsets) {
    int axis = ((Attributes.Axis) node.attributes()).axis();
    int[] own = node.shape().strides();
    int to = offsets.applyAsInt(node);
    List<Task> tasks = new ArrayList<>();
    for (Tensor part : node.operands()) {
      int[] strides = part.shape().strides();
      tasks.add(copy(part.shape(), offsets.applyAsInt(part), strides, to, own));
      to += own[axis] * part.shape().size(axis);
    }
    return tasks;
  }

  private static int inner(List<Integer> index, int[] strides) {
    int sum = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      sum += index.get(axis) * strides[axis];
    }
    return sum;
  }

  /** Strides of (N, C, H', W', U, V) over an image (N, C, H, W). */
  private static int[] windows(Attributes.Window w, Shape image) {
    int[] s = image.strides();
    return new int[] {s[0], s[1], s[2] * w.strideHeight(), s[3] * w.strideWidth(), s[2], s[3]};
  }

  private static Task windowCopy(
      Tensor node, int from, int[] image, Shape windows, int to, boolean folds) {
    Attributes.Window w = (Attributes.Window) node.attributes();
    int[] sizes = Arrays.copyOf(windows.sizes(), 6);
    sizes[4] = w.height();
    sizes[5] = w.width();
    int[] dense = Shape.of(sizes).strides();
    // Images do not overlap, so parts, which are images, may add at the same time.
    return folds
        ? new StridedCopy(sizes, from, dense, to, image, true)
        : new StridedCopy(sizes, from, image, to, dense, false);
  }

  private static Task copy(Shape box, int from, int[] fromStrides, int to, int[] toStrides) {
    if (box.rank() == 0) {
      return new StridedCopy(new int[] {1}, from, new int[] {1}, to, new int[] {1}, false);
    }
    return new StridedCopy(box.sizes(), from, fromStrides, to, toStrides, false);
  }
}
