package org.vaelix.cpu.internal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vaelix.cpu.internal.math.Combination.GATE;
import static org.vaelix.cpu.internal.math.Combination.MINUS_SCALED;
import static org.vaelix.cpu.internal.math.Combination.MINUS_SCALED_QUOTIENT;
import static org.vaelix.cpu.internal.math.Combination.PLUS_SCALED;
import static org.vaelix.cpu.internal.math.Combination.PRODUCT_AND_SUM;
import static org.vaelix.cpu.internal.math.Combination.RECTIFIED_SUM;
import static org.vaelix.cpu.internal.math.Combination.SCALED_ROOT_AND_SHIFT;
import static org.vaelix.cpu.internal.math.Combination.SCALE_AND_SHIFT;
import static org.vaelix.cpu.internal.math.Combination.SHIFTED_PLUS_QUOTIENT;
import static org.vaelix.cpu.internal.math.Combination.WEIGHTED_SUM;
import static org.vaelix.cpu.internal.math.Combination.WEIGHTED_SUM_WITH_SQUARE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.compile.Fusion;
import org.vaelix.core.compile.Simplifier;
import org.vaelix.core.compile.Stage;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Which operations take one pass together. */
class InstructionsTest {
  private final Graph graph = new Graph();
  private final Tensor a = graph.input("a", Shape.of(2, 8));
  private final Tensor b = graph.input("b", Shape.of(2, 8));
  private final Tensor c = graph.input("c", Shape.of(2, 8));
  private final Tensor s = graph.input("s", Shape.scalar());
  private final Tensor t = graph.input("t", Shape.scalar());

  /** Names of the passes of the one loop that computes all outputs. */
  private List<Object> passes() {
    List<Stage> stages = Fusion.stages(Simplifier.simplify(graph));
    assertEquals(1, stages.size());
    return Instructions.of((Stage.Loop) stages.get(0)).stream()
        .map(i -> i.combination() == null ? (Object) i.result().op() : i.combination())
        .toList();
  }

  private List<Object> passes(Tensor y) {
    graph.output("y", y);
    return passes();
  }

  @Test
  void weightedSum() {
    assertEquals(List.of(WEIGHTED_SUM), passes(a.multiply(s).add(b.multiply(0.5))));
  }

  @Test
  void weightedSumWithSquare() {
    Tensor y = a.multiply(s).add(b.multiply(b).multiply(t));
    assertEquals(List.of(WEIGHTED_SUM_WITH_SQUARE), passes(y));
  }

  @Test
  void shiftedPlusQuotient() {
    Tensor quotient = graph.constant(0.3).divide(b);
    graph.output("shiftFirst", a.add(s).add(quotient));
    graph.output("shiftLast", a.add(graph.constant(0.4).divide(c).add(s)));
    assertEquals(List.of(SHIFTED_PLUS_QUOTIENT, SHIFTED_PLUS_QUOTIENT), passes());
  }

  @Test
  void scaleAndShift() {
    assertEquals(List.of(SCALE_AND_SHIFT), passes(a.multiply(s).add(t)));
  }

  @Test
  void scaledRoot() {
    assertEquals(List.of(SCALED_ROOT_AND_SHIFT), passes(a.sqrt().multiply(s).add(1e-8)));
  }

  @Test
  void plusScaled() {
    assertEquals(List.of(PLUS_SCALED), passes(a.add(b.multiply(s))));
  }

  @Test
  void minusScaled() {
    assertEquals(List.of(MINUS_SCALED), passes(a.subtract(b.multiply(s))));
  }

  @Test
  void minusScaledQuotient() {
    assertEquals(List.of(MINUS_SCALED_QUOTIENT), passes(a.subtract(b.multiply(s).divide(c))));
  }

  @Test
  void productAndSum() {
    assertEquals(List.of(PRODUCT_AND_SUM), passes(a.multiply(b).add(c)));
  }

  @Test
  void gate() {
    assertEquals(List.of(GATE), passes(a.greater(0).select(b, graph.constant(0))));
  }

  @Test
  void rectifiedSum() {
    assertEquals(List.of(RECTIFIED_SUM), passes(a.add(b).relu()));
  }

  @Test
  void whatIsWantedByItselfIsComputedByItself() {
    Tensor product = a.multiply(b);
    graph.output("product", product);
    assertEquals(List.of(Op.MULTIPLY, Op.ADD), passes(product.add(c)));
  }

  @Test
  void whatIsReadTwiceIsComputedByItself() {
    Tensor scaled = a.multiply(s);
    assertEquals(List.of(Op.MULTIPLY, Op.EXP, Op.ADD), passes(scaled.add(scaled.exp())));
  }
}
