package org.vaelix.cpu.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Profile;
import org.vaelix.core.backend.Profile.Kernel;
import org.vaelix.core.backend.Profile.Phase;
import org.vaelix.core.backend.Profiler;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** The kernels of a profile cover the whole graph, and measuring changes no result. */
class ProfileTest {
  private static final int ROWS = 128;
  private static final int WIDE = 300;
  private static final int NARROW = 200;
  private static final int RUNS = 5;

  /** A layer whose weights follow a gradient: products, loops, a reduction and an update. */
  private static Graph layer() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", Shape.of(ROWS, WIDE));
    Tensor w = graph.parameter("w", Shape.of(WIDE, NARROW), (s, r) -> new double[s.elements()]);
    Tensor y;
    try (Graph.Scope scope = graph.scope("encoder")) {
      y = x.matmul(w).add(1).relu();
    }
    try (Graph.Scope scope = graph.scope("decoder")) {
      graph.update(w, w.add(x.transpose(1, 0).matmul(y)));
    }
    graph.output("sum", y.sum());
    return graph;
  }

  private static Program program(int threads) {
    Program program = new CpuBackend().compile(layer(), new CpuBackend.Options(threads));
    program.write("w", random(2, Shape.of(WIDE, NARROW)));
    return program;
  }

  private static HostArray random(long seed, Shape shape) {
    Random random = new Random(seed);
    return HostArray.of(shape, random.doubles(shape.elements(), -0.1, 0.1).toArray());
  }

  private static Map<String, HostArray> inputs() {
    return Map.of("x", random(1, Shape.of(ROWS, WIDE)));
  }

  private static Profile profile(Program program) {
    Profiler profiler = program.profiler().orElseThrow();
    for (int step = 1; step <= RUNS; step++) {
      profiler.run(0, step, inputs());
    }
    return profiler.profile();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void kernelsCoverAllOperations(int threads) {
    try (Program program = program(threads)) {
      Profile profile = profile(program);

      // Two products; add and relu, the sum, and the update's addition.
      long products = 2L * 2 * ROWS * WIDE * NARROW;
      long values = 3L * ROWS * NARROW + (long) WIDE * NARROW;
      assertEquals(
          products + values, profile.kernels().stream().mapToLong(Kernel::operations).sum());
      assertEquals(List.of("encoder", "decoder"), firstParts(profile, "matmul"));
      assertEquals(threads, profile.threads());
    }
  }

  /** Of each kernel that computes a product, the part whose nodes do most. */
  private static List<String> firstParts(Profile profile, String kind) {
    return profile.kernels().stream()
        .filter(kernel -> kernel.kind().startsWith(kind))
        .map(kernel -> Collections.max(kernel.scopes().entrySet(), Map.Entry.comparingByValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void bytesAreThoseOfTheTensors() {
    Graph graph = new Graph();
    Tensor a = graph.input("a", Shape.of(4, 3));
    Tensor b = graph.input("b", Shape.of(3, 5));
    graph.output("c", a.matmul(b));
    try (Program program = new CpuBackend().compile(graph, new CpuBackend.Options(1))) {
      Profiler profiler = program.profiler().orElseThrow();
      profiler.run(0, 1, Map.of("a", random(1, a.shape()), "b", random(2, b.shape())));
      Profile profile = profiler.profile();

      assertEquals(1, profile.kernels().size());
      Kernel kernel = profile.kernels().get(0);
      assertEquals("matmul 4×3×5", kernel.description());
      assertEquals(2 * 4 * 3 * 5, kernel.operations());
      assertEquals(4 * (4 * 3 + 3 * 5), kernel.bytesRead());
      assertEquals(4 * 4 * 5, kernel.bytesWritten());
    }
  }

  @Test
  void timesAddUp() {
    try (Program program = program(2)) {
      Profiler profiler = program.profiler().orElseThrow();
      profiler.run(0, 1, inputs());
      Profile profile = profiler.profile();

      // Of one run, medians are the times themselves.
      double kernels = profile.kernels().stream().mapToDouble(k -> k.time().median()).sum();
      assertEquals(profile.run().median(), kernels + profile.between().median(), 0.5);
      for (Kernel kernel : profile.kernels()) {
        double tasks = kernel.tasks().stream().mapToDouble(t -> t.time().median()).sum();
        assertEquals(kernel.time().median(), tasks, 0.5);
        assertTrue(kernel.busy() > 0 && kernel.busy() <= 1, kernel.toString());
      }
    }
  }

  @Test
  void measuringChangesNoResult() {
    try (Program measured = program(2);
        Program plain = program(2)) {
      profile(measured);
      for (int step = 1; step <= RUNS; step++) {
        plain.run(0, step, inputs());
      }
      assertArrayEquals(plain.read("w").floats(), measured.read("w").floats());
    }
  }

  @Test
  void compilingIsMeasuredPhaseByPhase() {
    try (Program program = program(1)) {
      Profile profile = profile(program);

      assertEquals(
          List.of("simplify", "fuse", "join", "order", "plan", "tasks"),
          profile.phases().stream().map(Phase::name).toList());
      assertTrue(profile.phases().stream().allMatch(phase -> phase.nanoseconds() > 0));
      assertTrue(profile.memoryBytes() >= 4L * (ROWS * WIDE + WIDE * NARROW));
    }
  }

  @Test
  void aResetForgets() {
    try (Program program = program(1)) {
      Profiler profiler = program.profiler().orElseThrow();
      profiler.run(0, 1, inputs());
      profiler.reset();
      assertThrows(IllegalStateException.class, profiler::profile);
    }
  }

  @Test
  void aClosedProgramHasNoProfiler() {
    Program program = program(1);
    program.close();
    assertThrows(IllegalStateException.class, program::profiler);
  }
}
