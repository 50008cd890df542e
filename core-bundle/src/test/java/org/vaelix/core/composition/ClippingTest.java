package org.vaelix.core.composition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.internal.reference.ReferenceBackend;

class ClippingTest {
  private final Graph graph = new Graph();
  private final List<Tensor> gradients =
      List.of(graph.constant(Shape.of(2), 3, -4), graph.constant(Shape.of(1), 12));

  private double[][] clipped(Clipping clipping) {
    List<Tensor> results = clipping.apply(gradients);
    graph.output("a", results.get(0));
    graph.output("b", results.get(1));
    ReferenceBackend backend = new ReferenceBackend();
    try (Program program = backend.compile(graph, backend.defaults())) {
      Program.Outputs outputs = program.run(1, 1, Map.of());
      return new double[][] {outputs.get("a").toDoubles(), outputs.get("b").toDoubles()};
    }
  }

  /** The norm of (3, −4, 12) is 13. */
  @Test
  void aLargeNormIsScaledDown() {
    double[][] found = clipped(new Clipping(Optional.of(6.5), Optional.empty()));
    assertArrayEquals(new double[] {1.5, -2}, found[0], 1e-6);
    assertArrayEquals(new double[] {6}, found[1], 1e-6);
  }

  @Test
  void aSmallNormIsLeftAlone() {
    double[][] found = clipped(new Clipping(Optional.of(14.0), Optional.empty()));
    assertArrayEquals(new double[] {3, -4}, found[0], 0);
    assertArrayEquals(new double[] {12}, found[1], 0);
  }

  @Test
  void eachValueIsBoundedOnBothSides() {
    double[][] found = clipped(new Clipping(Optional.empty(), Optional.of(3.5)));
    assertArrayEquals(new double[] {3, -3.5}, found[0], 0);
    assertArrayEquals(new double[] {3.5}, found[1], 0);
  }

  @Test
  void withoutBoundsNothingIsAdded() {
    assertSame(gradients, Clipping.NONE.apply(gradients));
  }
}
