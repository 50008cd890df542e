package org.vaelix.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.random.PhiloxRandom;

/**
 * One use of an operation: a formula and the operands' values.
 *
 * @param op the operation that is meant
 * @param description how it is used
 * @param operands values of the operands, exact in single precision
 * @param formula of the operands
 */
record OperationCase(
    Op op, String description, List<HostArray> operands, Function<List<Tensor>, Tensor> formula) {
  static final String RESULT = "result";
  static final String GRADIENT = "gradient/";

  String name() {
    return op.label() + ": " + description;
  }

  /** {@return the operands by input name} */
  Map<String, HostArray> inputs() {
    Map<String, HostArray> inputs = new LinkedHashMap<>();
    for (int i = 0; i < operands.size(); i++) {
      inputs.put("x" + i, operands.get(i));
    }
    return inputs;
  }

  /** {@return a graph with the result, and the gradients of a weighted sum of it} */
  Graph graph() {
    Graph graph = new Graph();
    List<Tensor> inputs = new ArrayList<>();
    inputs().forEach((name, value) -> inputs.add(graph.input(name, value.shape())));
    Tensor result = formula.apply(inputs);
    graph.output(RESULT, result);
    Tensor weighted = result.multiply(graph.constant(result.shape(), weights(result.shape())));
    List<Tensor> gradients = Gradients.of(weighted.sum(), inputs);
    for (int i = 0; i < inputs.size(); i++) {
      graph.output(GRADIENT + i, gradients.get(i));
    }
    return graph;
  }

  /** Upstream gradients that differ from value to value, so that none can be mixed up. */
  private static double[] weights(Shape shape) {
    return numbers("weights", shape, 0.5, 1.5).toDoubles();
  }

  /** {@return repeatable numbers between bounds, exact in single precision} */
  static HostArray numbers(String purpose, Shape shape, double low, double high) {
    PhiloxRandom random = new PhiloxRandom(1, purpose, shape.elements());
    float[] values = new float[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(low, high);
    }
    return HostArray.of(shape, values);
  }
}
