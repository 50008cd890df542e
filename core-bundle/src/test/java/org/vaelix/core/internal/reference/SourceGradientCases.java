package org.vaelix.core.internal.reference;

import static org.vaelix.core.internal.reference.GradientCase.numbers;
import static org.vaelix.core.internal.reference.GradientCase.smooth;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Values that come from nowhere are constants to the gradient, and their own gradient is 1. */
final class SourceGradientCases {
  private static final Shape SHAPE = Shape.of(2, 3);

  private SourceGradientCases() {}

  static Stream<GradientCase> all() {
    return Stream.of(
        withSource(Op.INPUT, g -> g.inputs().values().iterator().next()),
        withSource(Op.PARAMETER, g -> g.parameter("p", SHAPE, (s, random) -> null)),
        withSource(Op.STATE, g -> g.state("s", SHAPE, (s, random) -> null)),
        withSource(Op.CONSTANT, g -> g.constant(SHAPE, 1, 2, 3, 4, 5, 6)),
        withSource(Op.NORMAL, g -> g.normal("n", SHAPE)),
        withSource(Op.UNIFORM, g -> g.uniform("u", SHAPE)));
  }

  private static GradientCase withSource(Op op, Function<Graph, Tensor> source) {
    List<HostArray> operands = List.of(numbers(SHAPE, 1, -1, 1));
    return smooth(
        op,
        "times sine",
        operands,
        x -> x.get(0).sin().multiply(source.apply(x.get(0).graph()).add(1)));
  }
}
