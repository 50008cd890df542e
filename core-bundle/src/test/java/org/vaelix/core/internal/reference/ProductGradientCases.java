package org.vaelix.core.internal.reference;

import static org.vaelix.core.internal.reference.GradientCase.kinked;
import static org.vaelix.core.internal.reference.GradientCase.numbers;
import static org.vaelix.core.internal.reference.GradientCase.smooth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;

/** Sums over axes, matrix products in all their forms, and convolutions. */
final class ProductGradientCases {
  private static final List<List<Shape>> MATRICES =
      List.of(
          List.of(Shape.of(3, 4), Shape.of(4, 2)),
          List.of(Shape.of(1, 4), Shape.of(4, 1)),
          List.of(Shape.of(2, 3, 4), Shape.of(2, 4, 2)),
          List.of(Shape.of(2, 3, 4), Shape.of(4, 2)),
          List.of(Shape.of(3, 4), Shape.of(2, 4, 2)),
          List.of(Shape.of(1, 3, 2), Shape.of(2, 2, 2)),
          List.of(Shape.of(2, 1, 2, 3), Shape.of(3, 3, 2)));

  private static final List<Attributes.Convolution> CONVOLUTIONS =
      List.of(
          Attributes.Convolution.of(1, 0),
          Attributes.Convolution.of(1, 1),
          Attributes.Convolution.of(2, 1),
          new Attributes.Convolution(2, 1, 1, 0, 0, 2));

  private ProductGradientCases() {}

  static Stream<GradientCase> all() {
    List<GradientCase> cases = new ArrayList<>();
    for (int[] axes : new int[][] {{}, {0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}, {0, 1, 2}}) {
      reductions(axes, cases);
    }
    for (List<Shape> pair : MATRICES) {
      matrices(pair.get(0), pair.get(1), cases);
    }
    CONVOLUTIONS.forEach(convolution -> convolutions(convolution, cases));
    return cases.stream();
  }

  private static void reductions(int[] axes, List<GradientCase> cases) {
    List<HostArray> operands = List.of(numbers(Shape.of(2, 3, 4), 1, -2, 2));
    String name = "over " + Arrays.toString(axes);
    cases.add(smooth(Op.SUM, name, operands, x -> x.get(0).sumKeeping(axes)));
    cases.add(smooth(Op.SUM, "squared " + name, operands, x -> x.get(0).sum(axes).square()));
    cases.add(kinked(Op.MAX, name, operands, x -> x.get(0).maxKeeping(axes)));
    cases.add(kinked(Op.MAX, "squared " + name, operands, x -> x.get(0).max(axes).square()));
  }

  private static void matrices(Shape left, Shape right, List<GradientCase> cases) {
    for (boolean l : new boolean[] {false, true}) {
      for (boolean r : new boolean[] {false, true}) {
        List<HostArray> operands =
            List.of(
                numbers(l ? exchanged(left) : left, 1, -1, 2),
                numbers(r ? exchanged(right) : right, 2, -2, 1));
        String name = (l ? "transposed " : "plain ") + (r ? "transposed" : "plain");
        cases.add(smooth(Op.MATMUL, name, operands, x -> x.get(0).matmul(x.get(1), l, r)));
      }
    }
  }

  private static Shape exchanged(Shape shape) {
    return shape.with(-2, shape.size(-1)).with(-1, shape.size(-2));
  }

  private static void convolutions(Attributes.Convolution c, List<GradientCase> cases) {
    HostArray x = numbers(Shape.of(2, 2, 4, 5), 1, -1, 2);
    HostArray w = numbers(Shape.of(2, 2, 3, 2), 2, -2, 1);
    Shape result = Computed.of(t -> t.get(0).conv2d(t.get(1), c), x, w).shape();
    HostArray y = numbers(result, 3, -1, 1);
    cases.add(smooth(Op.CONV2D, c.toString(), List.of(x, w), t -> t.get(0).conv2d(t.get(1), c)));
    cases.add(
        smooth(
            Op.CONV2D_INPUT_GRADIENT,
            c.toString(),
            List.of(w, y),
            t -> t.get(0).conv2dInputGradient(t.get(1), c, x.shape())));
    cases.add(
        smooth(
            Op.CONV2D_FILTER_GRADIENT,
            c.toString(),
            List.of(x, y),
            t -> t.get(0).conv2dFilterGradient(t.get(1), c, w.shape())));
  }
}
