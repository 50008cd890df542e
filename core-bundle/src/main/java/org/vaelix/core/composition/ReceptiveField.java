package org.vaelix.core.composition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * How many neighbouring values of an observation one value of a network's coarsest feature maps
 * depends on, along each side: r = 1 + Σ (kₗ − 1) Π sᵢ over the layers l, with windows k and the
 * strides s of the layers before (Araujo, Norris and Sim 2019, "Computing receptive fields of
 * convolutional neural networks", Distill, equation 2). It may be larger than the observation. It
 * is read off the graph, so that no architecture has to declare it; of several paths the widest
 * counts. What normalises by statistics of whole maps is not counted, as is usual.
 *
 * @param height in pixels; 1 of traces
 * @param width in pixels, or in bins of traces
 */
public record ReceptiveField(int height, int width) {
  private static final int NONE = -1;

  /**
   * {@return the receptive field of a graph with the input {@link Tracer#VALUES}; nothing if it has
   * no layers that look at neighbours}
   *
   * @param graph of an encoding
   */
  public static Optional<ReceptiveField> of(Graph graph) {
    Map<Tensor, View> views = new HashMap<>();
    int[] widest = {1, 1};
    for (Tensor node : graph.nodes()) {
      View view = view(node, views, graph.inputs().get(Tracer.VALUES));
      if (view != null) {
        views.put(node, view);
        Arrays.setAll(widest, side -> Math.max(widest[side], view.field[side]));
      }
    }
    return widest[0] > 1 || widest[1] > 1
        ? Optional.of(new ReceptiveField(widest[0], widest[1]))
        : Optional.empty();
  }

  /**
   * Where a tensor's values come from.
   *
   * @param field how many values of the observation one value sees, by side
   * @param sides for each axis of the tensor, along which side of the observation it goes, or none
   * @param jumps for each axis, how far apart its values are on that side
   * @param whole the tensor before its sides were merged into one axis, which a later reshaping may
   *     undo; null if they were not
   */
  private record View(int[] field, int[] sides, int[] jumps, Whole whole) {
    static View input(Shape shape) {
      int rank = shape.rank();
      View view = new View(new int[] {1, 1}, new int[rank], new int[rank], null);
      Arrays.fill(view.sides, NONE);
      Arrays.fill(view.jumps, 1);
      if (rank == 4) {
        view.sides[2] = 0;
        view.sides[3] = 1;
      } else if (rank == 3) {
        view.sides[1] = 1; // the bins of a trace
      }
      return view;
    }

    boolean hasSides() {
      return Arrays.stream(sides).anyMatch(side -> side != NONE);
    }

    View copy(int rank) {
      return copy(rank, null);
    }

    View copy(int rank, Whole kept) {
      View copy = new View(field.clone(), new int[rank], new int[rank], kept);
      Arrays.fill(copy.sides, NONE);
      Arrays.fill(copy.jumps, 1);
      return copy;
    }

    View copyWith(int[] otherField) {
      return new View(otherField.clone(), sides.clone(), jumps.clone(), whole);
    }

    void put(int axis, int side, int jump) {
      sides[axis] = side;
      jumps[axis] = jump;
    }
  }

  /** A tensor's shape and view. */
  private record Whole(Shape shape, View view) {}

  private static View view(Tensor node, Map<Tensor, View> views, Tensor input) {
    if (node == input) {
      return View.input(node.shape());
    }
    View found = null;
    for (Tensor operand : node.operands()) {
      View view = views.get(operand);
      View passed = view == null ? null : passed(node, operand, view);
      found =
          found == null || passed == null ? (found == null ? passed : found) : wider(found, passed);
    }
    return found;
  }

  private static View wider(View a, View b) {
    Arrays.setAll(a.field, side -> Math.max(a.field[side], b.field[side]));
    return a;
  }

  /** What an operand's view becomes; nothing where places are mixed up, as in a dense layer. */
  private static View passed(Tensor node, Tensor operand, View view) {
    View result =
        switch (node.op()) {
          case CONV2D -> convolved(node, view);
          case WINDOWS2D -> windowed(node, view);
          case SUM, MAX -> reduced(node, operand, view);
          case TRANSPOSE -> transposed(node, view);
          case RESHAPE -> reshaped(node, operand, view);
          case SLICE, PAD, CONCAT, BROADCAST -> aligned(node, view);
          default -> node.op().isElementwise() ? aligned(node, view) : null;
        };
    return result == null || !(result.hasSides() || result.whole != null) ? null : result;
  }

  private static View convolved(Tensor node, View view) {
    Attributes.Convolution c = (Attributes.Convolution) node.attributes();
    Shape filter = node.operands().get(1).shape();
    return slid(
        view.copy(4),
        view,
        new int[] {filter.size(2), filter.size(3)},
        c.strideHeight(),
        c.strideWidth());
  }

  private static View windowed(Tensor node, View view) {
    Attributes.Window w = (Attributes.Window) node.attributes();
    return slid(
        view.copy(5), view, new int[] {w.height(), w.width()}, w.strideHeight(), w.strideWidth());
  }

  private static View slid(View result, View view, int[] window, int... strides) {
    for (int i = 0; i < 2; i++) {
      int side = view.sides[2 + i];
      if (side != NONE) {
        result.field[side] += (window[i] - 1) * view.jumps[2 + i];
        result.put(2 + i, side, view.jumps[2 + i] * strides[i]);
      }
    }
    return result;
  }

  /** Over an axis beside another one of the same side it is a pooling, else a statistic. */
  private static View reduced(Tensor node, Tensor operand, View view) {
    View result = view.copy(view.sides.length);
    for (int axis = 0; axis < view.sides.length; axis++) {
      if (!((Attributes.Axes) node.attributes()).axes().contains(axis)) {
        result.put(axis, view.sides[axis], view.jumps[axis]);
      } else if (view.sides[axis] != NONE) {
        int side = view.sides[axis];
        if (Arrays.stream(view.sides).filter(s -> s == side).count() == 1) {
          return null;
        }
        result.field[side] += (operand.shape().size(axis) - 1) * view.jumps[axis];
      }
    }
    return result;
  }

  private static View transposed(Tensor node, View view) {
    View result = view.copy(view.sides.length);
    List<Integer> axes = ((Attributes.Axes) node.attributes()).axes();
    for (int axis = 0; axis < axes.size(); axis++) {
      result.put(axis, view.sides[axes.get(axis)], view.jumps[axes.get(axis)]);
    }
    return result;
  }

  /** Axes are aligned from the last, as broadcasting does. */
  private static View aligned(Tensor node, View view) {
    int more = node.shape().rank() - view.sides.length;
    View result = view.copy(node.shape().rank(), view.whole);
    for (int axis = 0; axis < view.sides.length; axis++) {
      result.put(axis + more, view.sides[axis], view.jumps[axis]);
    }
    return result;
  }

  /**
   * An axis may be split, the outer part stepping over the inner; merged sides may come apart
   * again.
   */
  private static View reshaped(Tensor node, Tensor operand, View view) {
    if (view.whole != null && view.whole.shape.equals(node.shape())) {
      return view.whole.view.copyWith(view.field);
    }
    Whole whole = view.whole == null ? new Whole(operand.shape(), view) : view.whole;
    View result = view.copy(node.shape().rank());
    for (int axis = 0; axis < view.sides.length; axis++) {
      if (view.sides[axis] != NONE && !split(operand.shape(), axis, view, node.shape(), result)) {
        return view.copy(node.shape().rank(), whole);
      }
    }
    return result;
  }

  /** {@return whether an axis is found again as one or several} */
  private static boolean split(Shape from, int axis, View view, Shape to, View result) {
    int before = product(from, axis);
    int rest = from.size(axis);
    for (int t = 0; t < to.rank() && rest > 1; t++) {
      boolean isPart = product(to, t) == before * (from.size(axis) / rest);
      if (isPart && to.size(t) > 1) {
        if (rest % to.size(t) != 0) {
          return false;
        }
        rest /= to.size(t);
        result.put(t, view.sides[axis], view.jumps[axis] * rest);
      }
    }
    return rest == 1;
  }

  /** {@return how many times the axes before it are walked through} */
  private static int product(Shape shape, int axis) {
    int product = 1;
    for (int i = 0; i < axis; i++) {
      product *= shape.size(i);
    }
    return product;
  }
}
