package org.vaelix.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Operations and bytes are counted as one does on paper. */
class WorkTest {
  private final Graph graph = new Graph();

  private Tensor input(String name, int... sizes) {
    return graph.input(name, Shape.of(sizes));
  }

  private Stage only(Tensor result) {
    graph.output("result", result);
    List<Stage> stages = Fusion.stages(graph);
    assertEquals(1, stages.size());
    return stages.get(0);
  }

  @Test
  void aProductCountsTwoForEachPair() {
    Stage stage = only(input("a", 4, 3).matmul(input("b", 3, 5)));

    assertEquals(new Work(2 * 4 * 3 * 5, 4 * 3 + 3 * 5, 4 * 5), Work.of(stage));
    assertEquals("matmul 4×3×5", StageNodes.description(stage));
    assertEquals("matmul", StageNodes.kind(stage));
  }

  @Test
  void aStackOfProductsCountsEach() {
    Stage stage = only(input("a", 6, 4, 3).matmul(input("b", 3, 5)));

    assertEquals(new Work(6 * 2 * 4 * 3 * 5, 6 * 4 * 3 + 3 * 5, 6 * 4 * 5), Work.of(stage));
    assertEquals("matmul 6 of 4×3×5", StageNodes.description(stage));
  }

  /** 2 images of 3 channels and 5 × 5 values, 4 filters of 3 × 3: 3 × 3 windows in each image. */
  @Test
  void aConvolutionAndItsAdjointsCountTheSamePairs() {
    Attributes.Convolution plain = Attributes.Convolution.of(1, 0);
    Tensor x = input("x", 2, 3, 5, 5);
    Tensor w = input("w", 4, 3, 3, 3);
    Tensor y = x.conv2d(w, plain);
    long pairs = 2L * 4 * 3 * 3 * (3 * 3 * 3);

    assertEquals(2 * pairs, Work.operations(y));
    assertEquals(2 * pairs, Work.operations(w.conv2dInputGradient(y, plain, x.shape())));
    assertEquals(2 * pairs, Work.operations(x.conv2dFilterGradient(y, plain, w.shape())));
  }

  @Test
  void aLoopCountsOneForEachValue() {
    Tensor x = input("x", 4, 5);
    Tensor row = input("row", 5);
    Stage stage = only(x.add(row).relu().multiply(x).sum());

    // Three element-wise operations and a sum over 20 values; x is read once, the sum is written.
    assertEquals(new Work(4 * 20, 20 + 5, 1), Work.of(stage));
    assertEquals(
        "loop 4×5: add, relu, multiply, sum (3 operations, 1 reduction)",
        StageNodes.description(stage));
    assertEquals("loop", StageNodes.kind(stage));
  }

  @Test
  void aJoinedStageCountsBothAndNotWhatPassesBetweenThem() {
    Tensor y = input("a", 4, 3).matmul(input("b", 3, 5)).add(input("row", 5)).relu();
    graph.output("result", y);
    List<Stage> stages = Epilogues.join(graph, Fusion.stages(graph), (single, loop) -> true);

    assertEquals(1, stages.size());
    assertEquals(
        new Work(2 * 4 * 3 * 5 + 2 * 20, 4 * 3 + 3 * 5 + 5, 4 * 5), Work.of(stages.get(0)));
    assertEquals("matmul 4×3×5: add, relu (2 operations)", StageNodes.description(stages.get(0)));
    assertEquals("matmul and loop", StageNodes.kind(stages.get(0)));
  }

  @Test
  void whatMovesValuesCountsNothing() {
    Stage stage = only(input("x", 4, 5).transpose(1, 0));

    assertEquals(new Work(0, 20, 20), Work.of(stage));
    assertEquals("transpose 4×5 to 5×4", StageNodes.description(stage));
  }

  @Test
  void scopesShareTheOperations() {
    Tensor x = input("x", 4, 5);
    Tensor y;
    try (Graph.Scope scope = graph.scope("encoder")) {
      y = x.exp().add(x).multiply(x);
    }
    try (Graph.Scope scope = graph.scope("decoder")) {
      y = y.negate();
    }

    assertEquals(Map.of("encoder", 0.75, "decoder", 0.25), StageNodes.scopes(only(y)));
  }
}
