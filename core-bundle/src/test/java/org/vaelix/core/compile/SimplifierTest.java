package org.vaelix.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Which operations are left. */
class SimplifierTest {
  private static List<Op> operations(BinaryOperator<Tensor> formula) {
    Graph graph = new Graph();
    Tensor a = graph.input("a", Shape.of(3));
    Tensor b = graph.input("b", Shape.of(3));
    graph.output("y", formula.apply(a, b));
    return Simplifier.simplify(graph).nodes().stream()
        .map(Tensor::op)
        .filter(op -> op != Op.INPUT && op != Op.CONSTANT)
        .toList();
  }

  @Test
  void equalNodesAreOne() {
    assertEquals(List.of(Op.EXP, Op.ADD), operations((a, b) -> a.exp().add(a.exp())));
  }

  @Test
  void aSumTakesInASign() {
    assertEquals(List.of(Op.SUBTRACT), operations((a, b) -> a.add(b.negate())));
    assertEquals(List.of(Op.SUBTRACT), operations((a, b) -> a.negate().add(b)));
    assertEquals(List.of(Op.ADD), operations((a, b) -> a.subtract(b.negate())));
  }

  @Test
  void signsCancel() {
    assertEquals(List.of(Op.EXP), operations((a, b) -> a.exp().negate().negate()));
    assertEquals(List.of(Op.MULTIPLY), operations((a, b) -> a.negate().multiply(b).negate()));
    assertEquals(List.of(Op.MULTIPLY), operations((a, b) -> a.negate().multiply(b.negate())));
    assertEquals(List.of(Op.DIVIDE), operations((a, b) -> a.divide(b.negate()).negate()));
  }

  @Test
  void theSignOfAStretchedOperandStaysWithIt() {
    Graph graph = new Graph();
    Tensor small = graph.input("small", Shape.of(1, 3));
    Tensor large = graph.input("large", Shape.of(100, 3));
    graph.output("y", small.negate().multiply(large).exp());

    Graph simple = Simplifier.simplify(graph);

    Tensor negated =
        simple.nodes().stream().filter(t -> t.op() == Op.NEGATE).findFirst().orElseThrow();
    assertEquals(Shape.of(1, 3), negated.shape());
  }

  @Test
  void whatNothingNeedsIsLeftOut() {
    assertEquals(
        List.of(Op.RELU),
        operations(
            (a, b) -> {
              b.exp().log();
              return a.relu();
            }));
  }

  @Test
  void aTwinThatNobodyDifferentiatesIsNotComputed() {
    assertEquals(
        List.of(Op.EXP),
        operations((a, b) -> Functions.withGradientOf(a.exp(), a.sin().multiply(a.tanh()))));
  }

  @Test
  void aTwinIsComputedAsFarAsItsGradientNeedsIt() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", Shape.of(4));
    Tensor y = Functions.withGradientOf(x.exp(), x.sin());
    graph.output("y", y);
    graph.output("gradient", Gradients.of(y.sum(), List.of(x)).get(0));

    List<Op> left = Simplifier.simplify(graph).nodes().stream().map(Tensor::op).toList();

    assertTrue(left.contains(Op.COS));
    assertFalse(left.contains(Op.SIN));
  }

  @Test
  void whatChangesNothingVanishes() {
    assertEquals(List.of(Op.EXP), operations((a, b) -> a.exp().multiply(1).add(0)));
  }

  @Test
  void whatIsNoStoppedTwinIsSubtracted() {
    assertEquals(
        List.of(Op.EXP, Op.SUBTRACT), operations((a, b) -> a.subtract(b.exp().stopGradient())));
  }
}
