package org.vaelix.core.internal.reference;

import static org.vaelix.core.internal.reference.GradientCase.kinked;
import static org.vaelix.core.internal.reference.GradientCase.numbers;
import static org.vaelix.core.internal.reference.GradientCase.smooth;
import static org.vaelix.core.internal.reference.GradientCase.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Operations that work value by value: at edge values, and over all kinds of broadcasting. */
final class ElementwiseGradientCases {
  /** Pairs of shapes: equal, scalar, row, column, both stretched, missing axes. */
  static final List<List<Shape>> PAIRS =
      List.of(
          List.of(Shape.of(), Shape.of()),
          List.of(Shape.of(), Shape.of(3)),
          List.of(Shape.of(3), Shape.of()),
          List.of(Shape.of(1), Shape.of(3)),
          List.of(Shape.of(2, 3), Shape.of(2, 3)),
          List.of(Shape.of(2, 3), Shape.of(3)),
          List.of(Shape.of(3), Shape.of(2, 3)),
          List.of(Shape.of(1, 3), Shape.of(2, 3)),
          List.of(Shape.of(2, 3), Shape.of(2, 1)),
          List.of(Shape.of(2, 1), Shape.of(1, 3)),
          List.of(Shape.of(2, 1, 3), Shape.of(4, 1)),
          List.of(Shape.of(2, 3, 2), Shape.of(1, 3, 1)),
          List.of(Shape.of(3, 1), Shape.of(2, 3, 2)),
          List.of(Shape.of(1, 1), Shape.of(2)));

  private static final double[] ALL = {0, -0.0, 0.3, -1.7, 1e-8, 25, -25, 400, -400};
  private static final double[] AWAY_FROM_0 = {0.3, -1.7, 0.05, 1e8, -1e8};
  private static final double[] POSITIVE = {1e-100, 1e-6, 0.3, 1, 7, 1e6, 1e100};
  private static final double[] COUNTS = {
    1e-6, 1e-3, 0.3, 0.9, 1, 1.4616, 2, 2.5, 3, 11.99, 12, 40, 1000, 123456, 1e6, 1e7
  };

  private ElementwiseGradientCases() {}

  static Stream<GradientCase> unary() {
    return Stream.of(
        smooth(Op.NEGATE, "", at(ALL), x -> x.get(0).negate()),
        kinked(Op.ABS, "", at(AWAY_FROM_0), x -> x.get(0).abs()),
        kinked(Op.SIGN, "", at(AWAY_FROM_0), x -> x.get(0).sign()),
        kinked(Op.FLOOR, "", at(0.5, -0.5, 1.25, 1e6 + 0.5), x -> x.get(0).floor()),
        smooth(Op.EXP, "", at(ALL), x -> x.get(0).exp()),
        smooth(Op.EXPM1, "", at(ALL), x -> x.get(0).expm1()),
        smooth(Op.LOG, "", at(POSITIVE), x -> x.get(0).log()).relative(),
        smooth(Op.LOG1P, "", at(-0.5, 0, -0.0, 1e-10, 3, 1e6), x -> x.get(0).log1p()),
        smooth(Op.SQRT, "", at(POSITIVE), x -> x.get(0).sqrt()).relative(),
        smooth(Op.SIN, "", at(ALL), x -> x.get(0).sin()),
        smooth(Op.COS, "", at(ALL), x -> x.get(0).cos()),
        smooth(Op.TANH, "", at(ALL), x -> x.get(0).tanh()),
        smooth(Op.SIGMOID, "", at(ALL), x -> x.get(0).sigmoid()),
        smooth(Op.SOFTPLUS, "", at(ALL), x -> x.get(0).softplus()),
        kinked(Op.RELU, "", at(AWAY_FROM_0), x -> x.get(0).relu()),
        smooth(Op.ERF, "", at(0, -0.0, 0.4, -1.1, 2.4, -2.6, 4, 30), x -> x.get(0).erf()),
        smooth(Op.LGAMMA, "", at(COUNTS), x -> x.get(0).lgamma()).relative(),
        smooth(Op.DIGAMMA, "", at(COUNTS), x -> x.get(0).digamma()).relative(),
        smooth(Op.POLYGAMMA, "1", at(COUNTS), x -> x.get(0).polygamma(1)).relative(),
        smooth(Op.POLYGAMMA, "2", at(COUNTS), x -> x.get(0).polygamma(2)).relative(),
        smooth(Op.POLYGAMMA, "5", at(COUNTS), x -> x.get(0).polygamma(5)).relative(),
        smooth(Op.POWER, "whole", at(0, -0.0, -2, 1.5), x -> x.get(0).power(3)),
        smooth(Op.POWER, "square", at(0, -0.0, -2, 1e6), x -> x.get(0).power(2)),
        smooth(Op.POWER, "zero", at(0, -0.0, -2, 1.5), x -> x.get(0).power(0)),
        smooth(Op.POWER, "inverse", at(-2, 1e-3, 1e3), x -> x.get(0).power(-1)).relative(),
        smooth(Op.DIVIDE, "edges", at(1e-3, -1e3, 7), x -> x.get(0).power(0).divide(x.get(0)))
            .relative());
  }

  private static List<HostArray> at(double... values) {
    return List.of(vector(values));
  }

  static Stream<GradientCase> binary() {
    List<GradientCase> cases = new ArrayList<>();
    for (List<Shape> pair : PAIRS) {
      arithmetic(pair, cases);
      kinks(pair, cases);
      select(pair, cases);
    }
    return cases.stream();
  }

  private static void arithmetic(List<Shape> pair, List<GradientCase> cases) {
    List<HostArray> signed =
        List.of(numbers(pair.get(0), 1, -2, 2), numbers(pair.get(1), 2, -3, 1));
    List<HostArray> positive =
        List.of(numbers(pair.get(0), 3, 0.5, 2), numbers(pair.get(1), 4, 0.6, 3));
    cases.add(smooth(Op.ADD, "", signed, both(Tensor::add)));
    cases.add(smooth(Op.SUBTRACT, "", signed, both(Tensor::subtract)));
    cases.add(smooth(Op.MULTIPLY, "", signed, both(Tensor::multiply)));
    cases.add(smooth(Op.DIVIDE, "", positive, both(Tensor::divide)));
    cases.add(smooth(Op.POWER, "", positive, both(Tensor::power)));
  }

  /** On two lattices that are shifted against one another no pair of values ties. */
  private static void kinks(List<Shape> pair, List<GradientCase> cases) {
    List<HostArray> operands =
        List.of(numbers(pair.get(0), 1, -2, 2), numbers(pair.get(1), 2, -2, 2));
    cases.add(kinked(Op.MAXIMUM, "", operands, both(Tensor::maximum)));
    cases.add(kinked(Op.MINIMUM, "", operands, both(Tensor::minimum)));
    cases.add(kinked(Op.LESS, "", operands, both(Tensor::less)));
    cases.add(kinked(Op.LESS_OR_EQUAL, "", operands, both(Tensor::lessOrEqual)));
    cases.add(kinked(Op.EQUAL, "", operands, both(Tensor::equalTo)));
  }

  private static void select(List<Shape> pair, List<GradientCase> cases) {
    List<HostArray> operands =
        List.of(
            numbers(pair.get(0), 1, -2, 2),
            numbers(pair.get(0), 2, -2, 2),
            numbers(pair.get(1), 3, -2, 2));
    cases.add(
        kinked(
            Op.SELECT,
            "narrow condition",
            operands,
            x -> x.get(0).greater(0).select(x.get(1).exp(), x.get(2).sin())));
    cases.add(
        kinked(
            Op.SELECT,
            "wide condition",
            operands,
            x -> x.get(0).less(x.get(2)).select(x.get(1), x.get(0).sum())));
  }

  private static Function<List<Tensor>, Tensor> both(BinaryOperator<Tensor> operation) {
    return x -> operation.apply(x.get(0), x.get(1));
  }
}
