package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.vaelix.core.internal.reference.GradientCase.vector;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.ShapeException;
import org.vaelix.core.graph.Tensor;

/** Where calculus has no answer, the gradient is what the table of Op says. */
class GradientRulesTest {
  private static double[] gradient(Function<Tensor, Tensor> formula, double... at) {
    return Computed.of(x -> Gradients.of(formula.apply(x.get(0)).sum(), x).get(0), vector(at))
        .doubles();
  }

  private static double[] gradients(
      Function<List<Tensor>, Tensor> formula, int operand, HostArray... at) {
    return Computed.of(x -> Gradients.of(formula.apply(x).sum(), x).get(operand), at).doubles();
  }

  @Test
  void stopGradientLetsNothingThrough() {
    assertArrayEquals(new double[] {0, 0}, gradient(Tensor::stopGradient, 2, -1));
    assertArrayEquals(new double[] {2, -1}, gradient(x -> x.multiply(x.stopGradient()), 2, -1));
  }

  @Test
  void absHasNoSlopeAtZero() {
    assertArrayEquals(new double[] {0, 0}, gradient(Tensor::abs, 0, -0.0), 0);
  }

  @Test
  void reluHasNoSlopeAtZeroAndBelow() {
    assertArrayEquals(
        new double[] {0, 0, 0, 1}, gradient(Tensor::relu, 0, -0.0, -1e300, Double.MIN_VALUE));
  }

  @Test
  void stepsHaveNoSlopeAnywhere() {
    assertArrayEquals(new double[] {0, 0}, gradient(Tensor::floor, 0, 3));
    assertArrayEquals(new double[] {0, 0}, gradient(Tensor::sign, 0, -0.0));
    assertArrayEquals(new double[] {0, 0}, gradient(x -> x.equalTo(x), 0, 1));
  }

  @Test
  void aTieIsSharedEvenly() {
    HostArray a = vector(1, 2, 3);
    HostArray b = vector(1, 5, 0);
    assertArrayEquals(new double[] {.5, 0, 1}, gradients(x -> x.get(0).maximum(x.get(1)), 0, a, b));
    assertArrayEquals(new double[] {.5, 1, 0}, gradients(x -> x.get(0).maximum(x.get(1)), 1, a, b));
    assertArrayEquals(new double[] {.5, 1, 0}, gradients(x -> x.get(0).minimum(x.get(1)), 0, a, b));
    assertArrayEquals(new double[] {.5, 0, 1}, gradients(x -> x.get(0).minimum(x.get(1)), 1, a, b));
    assertArrayEquals(new double[] {0, .5, .5}, gradient(x -> x.max(), -1, 4, 4));
  }

  @Test
  void aPowerOfZeroHasNoSlopeWhereTheExponentIsZero() {
    assertArrayEquals(new double[] {0, 0}, gradient(x -> x.power(0), 0, -3));
    assertArrayEquals(new double[] {1, 1}, gradient(x -> x.power(1), 0, -3));
  }

  @Test
  void theExponentOfANumberThatIsNotPositiveHasNoSlope() {
    HostArray base = vector(0, 0, -2, Math.E);
    HostArray exponent = vector(0, 2, 3, 2);
    double[] found = gradients(x -> x.get(0).power(x.get(1)), 1, base, exponent);
    assertArrayEquals(new double[] {0, 0, 0, Math.E * Math.E}, found, 1e-14);
  }

  @Test
  void theBranchNotTakenDoesNotSpoilTheGradient() {
    double[] found = gradient(x -> x.greater(0).select(x.log(), x.graph().constant(0)), 2, 0.5);
    assertArrayEquals(new double[] {0.5, 2}, found);
  }

  @Test
  void whatTheScalarDoesNotDependOnHasGradientZero() {
    HostArray two = vector(1, 2);
    assertArrayEquals(new double[] {0, 0}, gradients(x -> x.get(0).exp(), 1, two, two));
  }

  @Test
  void aParameterIsDifferentiatedLikeAnInput() {
    Graph graph = new Graph();
    Tensor p = graph.parameter("p", Shape.of(2), (shape, random) -> null);
    graph.output("gradient", Gradients.of(p.exp().sum(), List.of(p)).get(0));
    try (Program program = Computed.compile(graph)) {
      program.write("p", vector(0, 1));
      double[] found = program.run(0, 0, java.util.Map.of()).get("gradient").doubles();
      assertArrayEquals(new double[] {1, Math.E}, found, 1e-15);
    }
  }

  @Test
  void onlyAScalarHasAGradient() {
    Tensor x = new Graph().input("x", Shape.of(3));
    ShapeException e = assertThrows(ShapeException.class, () -> Gradients.of(x, List.of(x)));
    assertEquals("only a scalar has a gradient, this is (3,)", e.getMessage());
  }
}
