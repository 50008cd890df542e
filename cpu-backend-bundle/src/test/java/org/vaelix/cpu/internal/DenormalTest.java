package org.vaelix.cpu.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** What fades comes to an end at 0, and nothing else is touched. */
class DenormalTest {
  private static Program fading(double factor, int size) {
    Graph graph = new Graph();
    Tensor state = graph.state("x", Shape.of(size), (s, r) -> new double[size]);
    graph.update(state, state.multiply(factor));
    return new CpuBackend().compile(graph, new CpuBackend.Options(1));
  }

  private static void run(Program program, int first, int last) {
    for (int step = first; step <= last; step++) {
      program.run(0, step, Map.of());
    }
  }

  @Test
  void whatFadesEndsAtZero() {
    // 0.9 times the fourth denormal number is rounded to itself: left alone, it stays.
    assertEquals(4 * Float.MIN_VALUE, 0.9f * (4 * Float.MIN_VALUE));
    try (Program program = fading(0.9, 2)) {
      program.write("x", HostArray.of(Shape.of(2), 1e-30, -1e-30));
      run(program, 1, 1000);

      assertArrayEquals(new float[2], program.read("x").floats());
    }
  }

  @Test
  void zerosAreMadeNowAndThen() {
    float[] values = {-1e-40f, Float.MIN_VALUE, 1.1754942e-38f, Float.MIN_NORMAL, -1e-37f, 0, 1e9f};
    float[] flushed = {0, 0, 0, Float.MIN_NORMAL, -1e-37f, 0, 1e9f};
    try (Program program = fading(1, values.length)) {
      program.write("x", HostArray.of(Shape.of(values.length), values));
      run(program, 1, 127);
      assertArrayEquals(values, program.read("x").floats());

      run(program, 128, 128);
      assertArrayEquals(flushed, program.read("x").floats());
    }
  }

  /** Every part is looked at, the last one as well. */
  @Test
  void largeVariablesAreLookedAtToTheirEnd() {
    int size = 200_001;
    float[] values = new float[size];
    Arrays.fill(values, 1e-40f);
    try (Program program = fading(1, size)) {
      program.write("x", HostArray.of(Shape.of(size), values));
      run(program, 128, 128);

      assertArrayEquals(new float[size], program.read("x").floats());
    }
  }

  @Test
  void whatIsNotUpdatedStays() {
    Graph graph = new Graph();
    Tensor state = graph.state("x", Shape.of(1), (s, r) -> new double[1]);
    graph.output("y", state.add(1));
    try (Program program = new CpuBackend().compile(graph, new CpuBackend.Options(1))) {
      program.write("x", HostArray.of(Shape.of(1), 1e-40));
      run(program, 128, 128);

      assertEquals(1e-40f, program.read("x").floats()[0]);
    }
  }
}
