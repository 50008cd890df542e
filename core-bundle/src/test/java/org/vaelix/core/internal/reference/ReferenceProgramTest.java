package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vaelix.core.internal.reference.GradientCase.vector;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.BackendException;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

class ReferenceProgramTest {
  private final Graph graph = new Graph();

  private Tensor variable(String name, int size) {
    return graph.state(name, Shape.of(size), (shape, random) -> new double[size]);
  }

  private Program compiled(String output, Tensor value) {
    graph.output(output, value);
    return Computed.compile(graph);
  }

  private static String message(Class<? extends Exception> type, Runnable mistake) {
    return assertThrows(type, mistake::run).getMessage();
  }

  @Test
  void updatesSeeTheOldValues() {
    Tensor a = variable("a", 2);
    Tensor b = variable("b", 2);
    graph.update(a, b);
    graph.update(b, a.reshape(1, 2).reshape(2));
    try (Program program = compiled("a", a)) {
      program.write("a", vector(1, 2));
      program.write("b", vector(3, 4));
      assertArrayEquals(new double[] {1, 2}, program.run(0, 0, Map.of()).get("a").doubles());
      assertArrayEquals(new double[] {3, 4}, program.read("a").doubles());
      assertArrayEquals(new double[] {1, 2}, program.read("b").doubles());
    }
  }

  @Test
  void updatesAddUpFromRunToRun() {
    Tensor count = variable("count", 1);
    graph.update(count, count.add(1));
    try (Program program = compiled("twice", count.multiply(2))) {
      program.run(0, 0, Map.of());
      assertEquals(2, program.run(0, 1, Map.of()).get("twice").get(0));
      assertEquals(2, program.read("count").get(0));
    }
  }

  @Test
  void variablesStartAsZerosAndAreThereWithoutBeingNeeded() {
    variable("unused", 2);
    try (Program program = compiled("one", graph.constant(1))) {
      assertArrayEquals(new double[2], program.read("unused").doubles());
      program.write("unused", HostArray.of(Shape.of(2), new float[] {1.5f, 2}));
      assertArrayEquals(new double[] {1.5, 2}, program.read("unused").doubles());
    }
  }

  @Test
  void noArrayOfTheCallerIsKept() {
    Tensor x = graph.input("x", Shape.of(2));
    Tensor w = variable("w", 2);
    graph.update(w, x);
    try (Program program = compiled("w", w)) {
      HostArray given = vector(1, 2);
      program.write("w", given);
      given.set(0, 9);
      assertEquals(1, program.read("w").get(0));
      program.read("w").set(0, 9);
      assertEquals(1, program.read("w").get(0));
      HostArray input = vector(5, 6);
      program.run(0, 0, Map.of("x", input)).get("w").set(0, 9);
      input.set(0, 9);
      assertArrayEquals(new double[] {5, 6}, program.read("w").doubles());
    }
  }

  @Test
  void writingToAnOutputDoesNotChangeAConstant() {
    try (Program program = compiled("c", graph.constant(Shape.of(2), 1, 2))) {
      program.run(0, 0, Map.of()).get("c").set(0, 9);
      assertArrayEquals(new double[] {1, 2}, program.run(0, 0, Map.of()).get("c").doubles());
    }
  }

  @Test
  void inputsAreChecked() {
    Tensor x = graph.input("x", Shape.of(2, 3));
    try (Program program = compiled("y", x)) {
      Class<IllegalArgumentException> wrong = IllegalArgumentException.class;
      HostArray value = HostArray.of(Shape.of(2, 3), new double[6]);
      HostArray turned = HostArray.of(Shape.of(3, 2), new double[6]);
      assertEquals(
          "input 'x' is missing: expected values of shape (2, 3)",
          message(wrong, () -> program.run(0, 0, Map.of())));
      assertEquals(
          "input 'x': expected shape (2, 3), got (3, 2)",
          message(wrong, () -> program.run(0, 0, Map.of("x", turned))));
      assertEquals(
          "the graph has no input 'y', it has [x]",
          message(wrong, () -> program.run(0, 0, Map.of("x", value, "y", value))));
      Program.Outputs outputs = program.run(0, 0, Map.of("x", value));
      assertEquals(
          "the graph has no output 'z', it has [y]", message(wrong, () -> outputs.get("z")));
    }
  }

  @Test
  void variablesAreChecked() {
    variable("w", 2);
    try (Program program = compiled("one", graph.constant(1))) {
      Class<IllegalArgumentException> wrong = IllegalArgumentException.class;
      assertEquals(
          "variable 'w': expected shape (2,), got (3,)",
          message(wrong, () -> program.write("w", vector(1, 2, 3))));
      assertEquals(
          "the graph has no variable 'v', it has [w]", message(wrong, () -> program.read("v")));
      assertThrows(wrong, () -> program.write("v", vector(1)));
    }
  }

  @Test
  void aRunWithAWrongInputUpdatesNothing() {
    Tensor x = graph.input("x", Shape.of(1));
    Tensor w = variable("w", 1);
    graph.update(w, w.add(1));
    try (Program program = compiled("y", x)) {
      assertThrows(
          IllegalArgumentException.class, () -> program.run(0, 0, Map.of("x", vector(1, 2))));
      assertEquals(0, program.read("w").get(0));
    }
  }

  @Test
  void aClosedProgramSaysSo() {
    variable("w", 1);
    Program program = compiled("one", graph.constant(1));
    Program.Outputs outputs = program.run(0, 0, Map.of());
    program.close();
    program.close();
    Class<IllegalStateException> closed = IllegalStateException.class;
    assertEquals("the program is closed", message(closed, () -> program.run(0, 0, Map.of())));
    assertThrows(closed, () -> outputs.get("one"));
    assertThrows(closed, () -> program.read("w"));
    assertThrows(closed, () -> program.write("w", vector(1)));
  }

  @Test
  void twoProgramsOfOneGraphDoNotMeet() {
    Tensor w = variable("w", 1);
    graph.update(w, w.add(1));
    try (Program one = compiled("w", w);
        Program other = Computed.compile(graph)) {
      one.run(0, 0, Map.of());
      other.write("w", vector(10));
      one.run(0, 1, Map.of());
      assertEquals(2, one.read("w").get(0));
      assertEquals(10, other.read("w").get(0));
    }
  }

  @Test
  void noiseIsThatOfTheSeedAndStep() {
    try (Program program = compiled("n", graph.normal("n", Shape.of(5)))) {
      double[] first = program.run(3, 7, Map.of()).get("n").toDoubles();
      assertTrue(first[0] != program.run(3, 8, Map.of()).get("n").get(0));
      assertTrue(first[0] != program.run(4, 7, Map.of()).get("n").get(0));
      assertArrayEquals(first, program.run(3, 7, Map.of()).get("n").doubles());
    }
  }

  @Test
  void aRowOfZerosPaddedOnDoesNotChangeTheOtherRows() {
    Tensor x = graph.input("x", Shape.of(2, 3));
    Tensor w = graph.constant(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
    Tensor padded = x.pad(new int[2], new int[] {1, 0}, 0).matmul(w).softplus();
    graph.output("padded", padded.range(0, 0, 2));
    try (Program program = compiled("plain", x.matmul(w).softplus())) {
      HostArray value = HostArray.of(Shape.of(2, 3), 1, -2, 0.5, 3, 0, -1);
      Program.Outputs outputs = program.run(0, 0, Map.of("x", value));
      assertArrayEquals(outputs.get("plain").doubles(), outputs.get("padded").doubles());
    }
  }

  @Test
  void wantOfMemoryIsReportedWithTheSize() {
    Tensor huge = graph.constant(1).broadcast(Shape.of(Integer.MAX_VALUE));
    graph.output("sum", huge.sum());
    String message = message(BackendException.class, () -> Computed.compile(graph));
    assertTrue(message.contains("asked for 16384.0 MiB for #"), message);
    assertTrue(message.contains("broadcast (2147483647,)"), message);
  }

  @Test
  void theBackendSaysWhatItIs() {
    ReferenceBackend backend = new ReferenceBackend();
    assertTrue(backend.availability().isAvailable());
    assertEquals(0, backend.rank());
    assertEquals(1, backend.threads(backend.defaults()));
  }
}
