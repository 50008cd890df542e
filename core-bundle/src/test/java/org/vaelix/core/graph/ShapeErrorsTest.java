package org.vaelix.core.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** A mistake is reported where it is made: with the part, the operation and the shapes. */
class ShapeErrorsTest {
  private final Graph graph = new Graph();
  private final Tensor row = graph.input("row", Shape.of(3));
  private final Tensor matrix = graph.input("matrix", Shape.of(2, 4));
  private final Tensor image = graph.input("image", Shape.of(1, 2, 5, 5));
  private final Tensor filter = graph.input("filter", Shape.of(4, 2, 3, 3));
  private final Attributes.Convolution plain = Attributes.Convolution.of(1, 0);

  private DynamicTest fails(String operation, String problem, Executable mistake) {
    return DynamicTest.dynamicTest(
        operation + ": " + problem,
        () -> {
          try (Graph.Scope outer = graph.scope("decoder");
              Graph.Scope inner = graph.scope("dense0")) {
            ShapeException e = assertThrows(ShapeException.class, mistake);
            String place = "in decoder/dense0: " + operation + ": ";
            assertTrue(e.getMessage().startsWith(place), e.getMessage());
            assertTrue(e.getMessage().contains(problem), e.getMessage());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> elementwise() {
    return Stream.of(
        fails("add", "shapes (2, 4) and (3,) do not broadcast", () -> matrix.add(row)),
        fails("less", "shapes (3,) and (2, 4) do not broadcast", () -> row.less(matrix)),
        fails("select", "(3,)", () -> row.select(matrix, matrix)),
        fails("select", "do not broadcast", () -> row.select(row, matrix)));
  }

  @TestFactory
  Stream<DynamicTest> axes() {
    return Stream.of(
        fails("sum", "axis 2 does not exist in (2, 4)", () -> matrix.sum(2)),
        fails("max", "axis -3 does not exist in (2, 4)", () -> matrix.maxKeeping(-3)),
        fails("slice", "axis 5 does not exist in (2, 4)", () -> matrix.range(5, 0, 1)),
        fails("slice", "negative", () -> matrix.range(1, 3, 1)),
        fails("slice", "is not inside (2, 4)", () -> matrix.range(1, 3, 5)),
        fails("slice", "[-1, 0]", () -> matrix.slice(new int[] {-1, 0}, Shape.of(1, 1))),
        fails("transpose", "[0, 0] does not name each axis", () -> matrix.transpose(0, 0)),
        fails("transpose", "axis 2 does not exist", () -> matrix.transpose(0, 2)),
        fails("concat", "axis 2 does not exist", () -> graph.concat(2, List.of(matrix))),
        fails("concat", "differ beside axis 0", () -> graph.concat(0, List.of(matrix, row))));
  }

  @TestFactory
  Stream<DynamicTest> layouts() {
    return Stream.of(
        fails("reshape", "has 8 elements and (3, 3) has 9", () -> matrix.reshape(3, 3)),
        fails("pad", "name each axis", () -> matrix.pad(new int[1], new int[2], 0)),
        fails("pad", "negative", () -> matrix.pad(new int[] {0, -1}, new int[2], 0)),
        fails("broadcast", "expected (2, 4), got (4,)", () -> matrix.broadcast(Shape.of(4))),
        fails("windows2d", "does not fit into 5", () -> image.windows2d(window(6, 1))),
        fails("windows2d", "stride 0", () -> image.windows2d(window(2, 0))),
        fails("windows2d", "needs an input (N, C, H, W)", () -> row.windows2d(window(1, 1))),
        fails("fold2d", "expected (1, 2, 4, 4, 4)", () -> row.fold2d(window(2, 1), image.shape())));
  }

  private static Attributes.Window window(int size, int stride) {
    return new Attributes.Window(size, size, stride, stride);
  }

  @TestFactory
  Stream<DynamicTest> products() {
    return Stream.of(
        fails("matmul", "4 in (2, 4) and 2 in (2, 4)", () -> matrix.matmul(matrix)),
        fails("matmul", "needs matrices, got (3,)", () -> row.matmul(matrix)),
        fails("conv2d", "needs an input (N, C, H, W)", () -> matrix.conv2d(filter, plain)),
        fails("conv2d", "a window of 5", () -> filter.conv2d(image, plain)),
        fails(
            "conv2d-input-gradient",
            "expected (1, 4, 3, 3), got (1, 2, 5, 5)",
            () -> filter.conv2dInputGradient(image, plain, image.shape())),
        fails(
            "conv2d-filter-gradient",
            "expected (1, 4, 3, 3), got (1, 2, 5, 5)",
            () -> image.conv2dFilterGradient(image, plain, filter.shape())));
  }

  @Test
  void outsideAnyPartTheOperationIsNamed() {
    ShapeException e = assertThrows(ShapeException.class, () -> matrix.add(row));
    assertEquals("add: shapes (2, 4) and (3,) do not broadcast", e.getMessage());
  }

  @Test
  void aVariableKeepsItsShapeAndKind() {
    graph.parameter("w", Shape.of(2), (shape, random) -> new double[2]);
    ShapeException shape =
        assertThrows(ShapeException.class, () -> graph.parameter("w", Shape.of(3), null));
    assertEquals(
        "'w' is a parameter of shape (2,) already, asked for as a parameter of shape (3,)",
        shape.getMessage());
    assertThrows(ShapeException.class, () -> graph.state("w", Shape.of(2), null));
  }

  @Test
  void anUpdateFitsAVariableOfThisGraph() {
    Tensor w = graph.parameter("w", Shape.of(2), (shape, random) -> new double[2]);
    assertThrows(ShapeException.class, () -> graph.update(w, row));
    // An input of the same name is not the variable.
    Tensor input = graph.input("w", Shape.of(2));
    assertThrows(IllegalArgumentException.class, () -> graph.update(input, w));
    Tensor foreign = new Graph().input("x", Shape.of(2));
    assertThrows(IllegalArgumentException.class, () -> graph.update(w, foreign));
    assertThrows(IllegalArgumentException.class, () -> graph.output("x", foreign));
    assertThrows(IllegalArgumentException.class, () -> w.add(foreign));
    graph.update(w, w.add(1));
    assertThrows(IllegalArgumentException.class, () -> graph.update(w, w));
  }

  @Test
  void polygammaHasAnOrder() {
    assertThrows(IllegalArgumentException.class, () -> row.polygamma(-1));
  }

  @Test
  void aShapeThatIsTooLargeIsRefused() {
    assertThrows(ShapeException.class, () -> Shape.of(1 << 16, 1 << 16));
    assertThrows(ShapeException.class, () -> Shape.of(-1));
  }
}
