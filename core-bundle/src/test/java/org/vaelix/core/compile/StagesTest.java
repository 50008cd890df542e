package org.vaelix.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** What is fused, what sinks, what becomes an epilogue, and in which order it all happens. */
class StagesTest {
  private static final Shape SQUARE = Shape.of(4, 4);

  private static Tensor parameter(Graph graph, String name) {
    return graph.parameter(name, SQUARE, (shape, random) -> new double[shape.elements()]);
  }

  private static List<Stage> joined(Graph graph) {
    List<Stage> stages =
        Epilogues.join(
            graph, Fusion.stages(graph), (single, loop) -> single.node().op() == Op.MATMUL);
    return Ordering.sort(graph, stages);
  }

  private static Stage.Loop loopOf(List<Stage> stages, Tensor node) {
    return stages.stream()
        .filter(Stage.Loop.class::isInstance)
        .map(Stage.Loop.class::cast)
        .filter(loop -> loop.nodes().contains(node))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCouldBeComputedEarlyIsComputedWhereItIsRead() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor moment = parameter(graph, "moment");
    Tensor faded = moment.multiply(0.9);
    Tensor next = faded.add(x.matmul(x));
    graph.update(moment, next);

    Stage.Loop loop = loopOf(Fusion.stages(graph), next);

    assertTrue(loop.nodes().contains(faded));
    assertEquals(List.of(next), loop.results());
  }

  @Test
  void whatTwoLoopsReadStaysWhereItWas() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor shared = x.exp();
    Tensor early = shared.add(1);
    Tensor late = shared.add(early.matmul(x));
    graph.output("late", late);

    List<Stage> stages = Fusion.stages(graph);

    assertTrue(loopOf(stages, early).nodes().contains(shared));
    assertTrue(loopOf(stages, late).reads().contains(shared));
  }

  @Test
  void loopsThatPassValuesAreOneWhereverTheyStand() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor ofData = x.add(parameter(graph, "w").sum().broadcast(SQUARE));
    Tensor early = ofData.exp();
    Tensor late = early.multiply(x.matmul(x).matmul(x)).add(ofData);
    graph.output("late", late);
    graph.output("sum", early.sum(0));

    Stage.Loop loop = loopOf(Fusion.stages(graph), late);

    assertTrue(loop.nodes().containsAll(List.of(ofData, early, late)));
    assertEquals(List.of(late), loop.results());
    assertEquals(1, loop.reductions().size());
  }

  @Test
  void loopsBetweenWhichAnotherStageStandsAreTwo() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor early = x.exp();
    Tensor late = early.divide(early.sum().broadcast(SQUARE)).add(early.transpose(1, 0));
    graph.output("late", late);

    List<Stage> stages = Fusion.stages(graph);

    assertTrue(loopOf(stages, early) != loopOf(stages, late));
    assertTrue(place(stages, early) < place(stages, late));
  }

  @Test
  void whatNeedsTwoComputedTensorsDoesNotKeepBothInMemory() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor product = x.exp().multiply(x.matmul(x));
    Tensor late = product.add(x.matmul(x).matmul(x));
    graph.output("late", late);

    assertTrue(loopOf(Fusion.stages(graph), late).reads().contains(product));
  }

  @Test
  void theLoopThatAloneReadsAProductIsItsEpilogue() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor product = x.matmul(x);
    Tensor y = product.add(1).relu();
    graph.output("y", y);

    List<Stage> stages = joined(graph);

    assertEquals(1, stages.size());
    Stage.Epilogue epilogue = (Stage.Epilogue) stages.get(0);
    assertEquals(product, epilogue.single().node());
    assertEquals(List.of(y), epilogue.writes());
    assertTrue(epilogue.reads().contains(x));
    assertTrue(epilogue.reads().stream().noneMatch(t -> t == product));
  }

  @Test
  void aProductThatIsWantedElsewhereKeepsItsPlace() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor product = x.matmul(x);
    graph.output("y", product.relu());
    graph.output("product", product);

    assertTrue(joined(graph).stream().noneMatch(Stage.Epilogue.class::isInstance));
  }

  @Test
  void aVariableIsReplacedAfterItsLastReader() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", SQUARE);
    Tensor w = parameter(graph, "w");
    Tensor next = w.subtract(x.transpose(1, 0).matmul(x));
    graph.update(w, next);
    Tensor read = x.matmul(x).matmul(w);
    graph.output("read", read);

    List<Stage> stages = joined(graph);

    int replaced = place(stages, next);
    int lastRead = place(stages, read);
    assertTrue(lastRead < replaced, stages.toString());
  }

  @Test
  void stagesThatCannotWaitForAnOldValueStillRun() {
    Graph graph = new Graph();
    Tensor w = parameter(graph, "w");
    Tensor next = w.matmul(w).relu();
    Tensor both = next.add(w).matmul(w);
    graph.update(w, next);
    graph.output("both", both);

    List<Stage> stages = joined(graph);

    assertTrue(place(stages, next) < place(stages, both));
  }

  private static int place(List<Stage> stages, Tensor written) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).writes().contains(written)) {
        return i;
      }
    }
    throw new AssertionError(written);
  }
}
