package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * Every operation gives what numpy, scipy and mpmath give: src/test/python/forward_values.py
 * computed the expected numbers.
 */
class ForwardValuesTest {
  record Values(int[] shape, double[] values) {
    HostArray array() {
      return HostArray.of(Shape.of(shape), values);
    }
  }

  record Case(
      Op op,
      List<Values> operands,
      JsonObject attributes,
      Values expected,
      double tolerance,
      double floor) {}

  private static final List<Case> CASES = read();

  private static List<Case> read() {
    try (Reader reader =
        new InputStreamReader(
            ForwardValuesTest.class.getResourceAsStream("forward-values.json"),
            StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, new TypeToken<List<Case>>() {}.getType());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyOperationHasACase() {
    Set<Op> covered = CASES.stream().map(Case::op).collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(Op.class), covered);
  }

  @TestFactory
  Stream<DynamicTest> valuesAreThoseOfIndependentTools() {
    return IntStream.range(0, CASES.size())
        .mapToObj(i -> DynamicTest.dynamicTest(name(i), () -> check(CASES.get(i))));
  }

  private static String name(int i) {
    Case c = CASES.get(i);
    String shapes =
        c.operands.stream().map(o -> Shape.of(o.shape).toString()).collect(Collectors.joining(" "));
    return i + ": " + c.op.label() + " " + shapes + " " + c.attributes;
  }

  private static void check(Case c) {
    Graph graph = new Graph();
    Map<String, HostArray> inputs = new HashMap<>();
    List<Tensor> operands = new ArrayList<>();
    for (Values operand : c.operands) {
      String name = "x" + operands.size();
      boolean isVariable = c.op == Op.PARAMETER || c.op == Op.STATE;
      operands.add(source(c.op, graph, name, operand));
      if (!isVariable && c.op != Op.CONSTANT) {
        inputs.put(name, operand.array());
      }
    }
    Tensor result = ForwardFormulas.of(c.op, graph, operands, c.attributes, c.expected.shape);
    assertEquals(c.op, result.op());
    graph.output("y", result);
    try (Program program = Computed.compile(graph)) {
      graph.variables().forEach(v -> program.write(v.name(), c.operands.get(0).array()));
      long seed = c.attributes.has("seed") ? c.attributes.get("seed").getAsLong() : 0;
      long step = c.attributes.has("step") ? c.attributes.get("step").getAsLong() : 0;
      compare(c, program.run(seed, step, inputs).get("y"));
    }
  }

  private static Tensor source(Op op, Graph graph, String name, Values values) {
    Shape shape = Shape.of(values.shape);
    return switch (op) {
      case PARAMETER -> graph.parameter(name, shape, (s, random) -> values.values);
      case STATE -> graph.state(name, shape, (s, random) -> values.values);
      case CONSTANT -> graph.constant(shape, values.values);
      default -> graph.input(name, shape);
    };
  }

  private static void compare(Case c, HostArray found) {
    assertArrayEquals(c.expected.shape, found.shape().sizes());
    for (int i = 0; i < c.expected.values.length; i++) {
      double expected = c.expected.values[i];
      double error = Math.abs(found.get(i) - expected);
      boolean same =
          found.get(i) == expected || Double.isNaN(found.get(i)) && Double.isNaN(expected);
      // Numbers too small to be held with all digits may be off by their last one.
      double allowed =
          Math.max(
              c.tolerance * Math.max(Math.abs(expected), c.floor),
              c.tolerance == 0 ? 0 : Double.MIN_VALUE);
      int place = i;
      assertTrue(
          same || error <= allowed,
          () -> "value " + place + ": expected " + expected + ", got " + found.get(place));
    }
  }
}
