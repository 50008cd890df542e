package org.vaelix.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** What is computed twice, or for nothing, is not. */
class SimplifierTest {
  private final Graph graph = new Graph();
  private final Tensor x = graph.input("x", Shape.of(4));

  private List<Op> operations() {
    return Simplifier.simplify(graph).nodes().stream().map(Tensor::op).collect(Collectors.toList());
  }

  @Test
  void aTwinThatNobodyDifferentiatesIsNotComputed() {
    graph.output("y", Functions.withGradientOf(x.exp(), x.sin().multiply(x.tanh())));
    assertEquals(List.of(Op.INPUT, Op.EXP), withoutConstants());
  }

  @Test
  void aTwinIsComputedAsFarAsItsGradientNeedsIt() {
    Tensor y = Functions.withGradientOf(x.exp(), x.sin());
    graph.output("y", y);
    graph.output("gradient", Gradients.of(y.sum(), List.of(x)).get(0));
    assertTrue(operations().contains(Op.COS));
    assertTrue(!operations().contains(Op.SIN));
  }

  @Test
  void equalNodesAreOneAndUselessOperandsVanish() {
    graph.output("y", x.exp().add(x.exp()).multiply(1).add(0));
    assertEquals(List.of(Op.INPUT, Op.EXP, Op.ADD), withoutConstants());
  }

  @Test
  void whatIsNoStoppedTwinIsSubtracted() {
    graph.output("y", x.subtract(x.exp().stopGradient()));
    assertTrue(operations().contains(Op.SUBTRACT));
  }

  private List<Op> withoutConstants() {
    return operations().stream()
        .filter(op -> op != Op.CONSTANT && op != Op.BROADCAST)
        .collect(Collectors.toList());
  }
}
