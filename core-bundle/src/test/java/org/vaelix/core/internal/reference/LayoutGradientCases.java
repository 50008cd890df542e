package org.vaelix.core.internal.reference;

import static org.vaelix.core.internal.reference.GradientCase.numbers;
import static org.vaelix.core.internal.reference.GradientCase.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Operations that move values; the exponential makes the second derivative more than 0. */
final class LayoutGradientCases {
  private static final List<HostArray> BLOCK = List.of(numbers(Shape.of(2, 3, 4), 1, -1, 1));

  private LayoutGradientCases() {}

  static Stream<GradientCase> all() {
    List<GradientCase> cases = new ArrayList<>();
    add(cases, Op.RESHAPE, BLOCK, x -> x.get(0).reshape(4, 6));
    add(cases, Op.TRANSPOSE, BLOCK, x -> x.get(0).transpose(2, 0, 1));
    add(cases, Op.SLICE, BLOCK, x -> x.get(0).slice(new int[] {1, 0, 2}, Shape.of(1, 3, 2)));
    add(cases, Op.SLICE, BLOCK, x -> x.get(0).range(-1, 1, 1));
    add(cases, Op.PAD, BLOCK, x -> x.get(0).pad(new int[] {1, 0, 2}, new int[] {0, 1, 1}, 3));
    add(cases, Op.CONCAT, BLOCK, x -> concat(1, x.get(0), x.get(0).sin(), x.get(0).range(1, 0, 2)));
    add(cases, Op.CONCAT, BLOCK, x -> concat(-1, x.get(0).range(2, 1, 3), x.get(0)));
    add(cases, Op.BROADCAST, BLOCK, x -> x.get(0).broadcast(Shape.of(2, 2, 3, 4)));
    add(cases, Op.BROADCAST, BLOCK, x -> x.get(0).sumKeeping(1).broadcast(Shape.of(2, 5, 4)));
    windows(cases, new Attributes.Window(2, 2, 2, 2));
    windows(cases, new Attributes.Window(3, 2, 1, 2));
    windows(cases, new Attributes.Window(1, 1, 1, 1));
    return cases.stream();
  }

  private static Tensor concat(int axis, Tensor... parts) {
    return parts[0].graph().concat(axis, List.of(parts));
  }

  private static void windows(List<GradientCase> cases, Attributes.Window window) {
    HostArray image = numbers(Shape.of(2, 1, 5, 4), 1, -1, 1);
    add(cases, Op.WINDOWS2D, List.of(image), x -> x.get(0).windows2d(window));
    Shape many = Computed.of(x -> x.get(0).windows2d(window), image).shape();
    List<HostArray> windows = List.of(numbers(many, 2, -1, 1));
    add(cases, Op.FOLD2D, windows, x -> x.get(0).fold2d(window, image.shape()));
  }

  private static void add(
      List<GradientCase> cases,
      Op op,
      List<HostArray> operands,
      Function<List<Tensor>, Tensor> formula) {
    String name = "case " + cases.size();
    cases.add(smooth(op, name, operands, formula));
    cases.add(smooth(op, name + ", exponential", operands, x -> formula.apply(x).exp()));
  }
}
