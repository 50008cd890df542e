package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * What every {@link Backend} must do. Extended by its author's test. Where the backend is not
 * available, only that it says why is tested.
 */
public abstract class BackendContract {
  private static final Initialiser ZEROS = (shape, random) -> new double[shape.elements()];
  private static final Shape PAIR = Shape.of(2);

  /** For authors' tests to extend. */
  protected BackendContract() {}

  /** {@return the backend under test} */
  protected abstract Backend<?> backend();

  /** {@return how precisely it computes} */
  protected abstract Precision precision();

  /**
   * {@return the graph's program; with default options unless overridden}
   *
   * @param graph finished
   */
  protected Program compile(Graph graph) {
    return Backends.compile(backend(), graph);
  }

  @BeforeEach
  void requireAvailable() {
    Availability availability = backend().availability();
    assertFalse(availability.reason().isBlank(), "an availability has its reason");
    assumeTrue(availability.isAvailable(), availability.reason());
  }

  @Test
  @DisplayName("it names its devices and its number of threads")
  void describesItself() {
    assertFalse(backend().devices().isEmpty());
    assertTrue(threads(backend()) >= 1);
  }

  private static <C extends Record> int threads(Backend<C> backend) {
    return backend.threads(backend.defaults());
  }

  @Test
  @DisplayName("the cases of this contract leave no operation out")
  void casesCoverAllOperations() {
    Set<Op> missing = EnumSet.allOf(Op.class);
    missing.removeIf(op -> op.family() == Op.Family.SOURCE);
    OperationCases.all().forEach(c -> missing.remove(c.op()));
    assertTrue(missing.isEmpty(), () -> "no case for " + missing);
  }

  @TestFactory
  @DisplayName("operations and their gradients agree with the reference")
  Stream<DynamicTest> operations() {
    return OperationCases.all().stream().map(c -> dynamicTest(c.name(), () -> compare(c)));
  }

  private void compare(OperationCase c) {
    Graph graph = c.graph();
    try (Program expected = Backends.compile(Backends.reference(), graph);
        Program found = compile(graph)) {
      Program.Outputs right = expected.run(1, 1, c.inputs());
      Program.Outputs ours = found.run(1, 1, c.inputs());
      for (String output : graph.outputs().keySet()) {
        assertEquals(right.get(output).shape(), ours.get(output).shape(), output);
        double[] numbers = right.get(output).toDoubles();
        assertNear(output, numbers, ours.get(output).toDoubles(), precision().tolerance());
      }
    }
  }

  private static void assertNear(String what, double[] expected, double[] found, double tolerance) {
    assertEquals(expected.length, found.length, what);
    for (int i = 0; i < expected.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], found[i], allowed, what + "[" + i + "]");
    }
  }

  @Test
  @DisplayName("noise is that of Noise: uniform numbers to the bit, normal ones within tolerance")
  void noise() {
    for (int count : new int[] {1, 2, 5, 4099}) {
      Graph graph = new Graph();
      graph.output("normal", graph.normal("part/noise", Shape.of(count)));
      graph.output("uniform", graph.uniform("part/mask", Shape.of(count)));
      double[] normal = new double[count];
      double[] uniform = new double[count];
      try (Program program = compile(graph)) {
        for (long seed : new long[] {1, -7_000_000_000L}) {
          for (long step : new long[] {0, 5_000_000_000L}) {
            Noise.normal(seed, step, Noise.stream("part/noise"), normal);
            Noise.uniform(seed, step, Noise.stream("part/mask"), uniform);
            Program.Outputs found = program.run(seed, step, Map.of());
            assertArrayEquals(uniform, found.get("uniform").toDoubles(), 0);
            double[] ours = found.get("normal").toDoubles();
            assertNear("normal", normal, ours, precision().tolerance());
          }
        }
      }
    }
  }

  /** a ← b, b ← a + x; outputs a and b. */
  private static Graph exchange() {
    Graph graph = new Graph();
    Tensor a = graph.parameter("a", PAIR, ZEROS);
    Tensor b = graph.state("b", PAIR, ZEROS);
    Tensor x = graph.input("x", PAIR);
    graph.output("a", a);
    graph.output("b", b);
    graph.update(a, b);
    graph.update(b, a.add(x));
    return graph;
  }

  private static HostArray pair(double first, double second) {
    return HostArray.of(PAIR, first, second);
  }

  private static void assertValue(HostArray found, double first, double second) {
    assertArrayEquals(new double[] {first, second}, found.toDoubles(), 1e-6);
  }

  @Test
  @DisplayName("updates are made at once, after the outputs")
  void updatesAreSimultaneous() {
    try (Program program = compile(exchange())) {
      program.write("a", pair(1, 2));
      program.write("b", pair(3, 4));
      Program.Outputs outputs = program.run(1, 1, Map.of("x", pair(10, 20)));
      assertValue(outputs.get("a"), 1, 2);
      assertValue(outputs.get("b"), 3, 4);
      assertValue(program.read("a"), 3, 4);
      assertValue(program.read("b"), 11, 22);
      program.run(1, 2, Map.of("x", pair(0, 0)));
      assertValue(program.read("a"), 11, 22);
      assertValue(program.read("b"), 3, 4);
    }
  }

  @Test
  @DisplayName("variables start as zeros, are read as copies, and are written in either precision")
  void variables() {
    try (Program program = compile(exchange())) {
      assertValue(program.read("a"), 0, 0);
      HostArray written = pair(1, 2);
      program.write("a", written);
      written.set(0, 99);
      program.read("a").set(1, 99);
      assertValue(program.read("a"), 1, 2);
      program.write("b", HostArray.of(PAIR, new float[] {5, 6}));
      assertValue(program.read("b"), 5, 6);
      assertThrows(IllegalArgumentException.class, () -> program.read("c"));
      assertThrows(IllegalArgumentException.class, () -> program.write("c", pair(1, 2)));
      HostArray wrong = HostArray.of(Shape.of(1, 2), 1, 2);
      assertThrows(IllegalArgumentException.class, () -> program.write("a", wrong));
    }
  }

  @Test
  @DisplayName("missing, unknown and ill-shaped inputs are refused by name, and nothing changes")
  void wrongInputs() {
    try (Program program = compile(exchange())) {
      program.write("a", pair(1, 2));
      assertRefused(program, Map.of(), "x");
      assertRefused(program, Map.of("x", pair(1, 1), "y", pair(1, 1)), "y");
      assertRefused(program, Map.of("x", HostArray.of(Shape.of(3), 1, 2, 3)), "x");
      assertValue(program.read("a"), 1, 2);
      Program.Outputs outputs = program.run(1, 1, Map.of("x", pair(0, 0)));
      assertThrows(IllegalArgumentException.class, () -> outputs.get("c"));
    }
  }

  private static void assertRefused(Program program, Map<String, HostArray> inputs, String name) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> program.run(1, 1, inputs));
    assertTrue(refusal.getMessage().contains("'" + name + "'"), refusal::getMessage);
  }

  @Test
  @DisplayName("inputs are taken in either precision")
  void inputsInEitherPrecision() {
    try (Program program = compile(exchange())) {
      program.run(1, 1, Map.of("x", HostArray.of(PAIR, new float[] {1.5f, -2})));
      assertValue(program.read("b"), 1.5, -2);
      program.run(1, 2, Map.of("x", pair(0, 0)));
      assertValue(program.read("a"), 1.5, -2);
    }
  }

  @Test
  @DisplayName("closing twice is fine, running a closed program is not, another can be opened")
  void closeAndReopen() {
    Graph graph = exchange();
    for (int round = 0; round < 3; round++) {
      Program program = compile(graph);
      assertValue(program.read("a"), 0, 0);
      program.run(1, 1, Map.of("x", pair(1, 1)));
      program.close();
      program.close();
      Map<String, HostArray> inputs = Map.of("x", pair(1, 1));
      assertThrows(IllegalStateException.class, () -> program.run(1, 2, inputs));
    }
  }

  @Test
  @DisplayName("a whole training run agrees with the reference and repeats itself to the bit")
  void trainingRun() {
    TrainingScenario scenario = new TrainingScenario();
    Map<String, double[]> expected;
    try (Program program = Backends.compile(Backends.reference(), scenario.graph())) {
      expected = scenario.run(program, 1);
    }
    try (Program program = compile(scenario.graph())) {
      Map<String, double[]> found = scenario.run(program, 1);
      double tolerance = precision().trainingTolerance();
      expected.forEach((name, values) -> assertNear(name, values, found.get(name), tolerance));
      assertSame(found, scenario.run(program, 1));
    }
  }

  private static void assertSame(Map<String, double[]> expected, Map<String, double[]> found) {
    expected.forEach((name, values) -> assertArrayEquals(values, found.get(name), 0, name));
  }

  @Test
  @DisplayName("two programs run at once and do not disturb one another")
  void twoAtOnce() throws Exception {
    TrainingScenario scenario = new TrainingScenario();
    List<Map<String, double[]>> alone = new ArrayList<>();
    for (long seed : new long[] {1, 2}) {
      try (Program program = compile(scenario.graph())) {
        alone.add(scenario.run(program, seed));
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Program first = compile(scenario.graph());
        Program second = compile(scenario.graph())) {
      Future<Map<String, double[]>> one = threads.submit(() -> scenario.run(first, 1));
      Future<Map<String, double[]>> two = threads.submit(() -> scenario.run(second, 2));
      assertSame(alone.get(0), one.get());
      assertSame(alone.get(1), two.get());
    } finally {
      threads.shutdown();
    }
  }
}
