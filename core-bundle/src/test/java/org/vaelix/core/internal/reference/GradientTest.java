package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;

/** Every operation's gradient, and the gradient's gradient, is what finite differences say. */
class GradientTest {
  static Stream<GradientCase> all() {
    return Stream.of(
            ElementwiseGradientCases.unary(),
            ElementwiseGradientCases.binary(),
            SourceGradientCases.all(),
            ProductGradientCases.all(),
            LayoutGradientCases.all())
        .flatMap(Function.identity());
  }

  static Stream<GradientCase> smooth() {
    return all().filter(GradientCase::isSmooth);
  }

  @Test
  void everyOperationHasACase() {
    Set<Op> covered = all().map(GradientCase::op).collect(Collectors.toSet());
    // Its gradient is 0 by definition and not by calculus: see GradientRulesTest.
    covered.add(Op.STOP_GRADIENT);
    assertEquals(EnumSet.allOf(Op.class), covered);
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradient(GradientCase c) {
    FiniteDifferences.compare(c.operands(), formulas(c), c.step());
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void secondDerivative(GradientCase c) {
    FiniteDifferences.compare(c.operands(), FiniteDifferences.gradients(formulas(c)), c.step());
  }

  private static Function<List<Tensor>, List<Tensor>> formulas(GradientCase c) {
    return x -> {
      Tensor result = c.formula().apply(x);
      boolean isThere = result.graph().nodes().stream().anyMatch(node -> node.op() == c.op());
      assertEquals(true, isThere, "the formula has the operation it is about");
      return List.of(result);
    };
  }
}
