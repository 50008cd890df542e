package org.vaelix.core.internal.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Formulas of some operands, compiled for the reference backend; for tests. */
public final class Computed implements AutoCloseable {
  /** Key of the noise in {@link #at}. */
  public static final long SEED = 11;

  private final Program program;
  private final int results;

  /**
   * Compiles formulas.
   *
   * @param shapes of the operands
   * @param formulas the results' formulas from the operands
   */
  public Computed(List<Shape> shapes, Function<List<Tensor>, List<Tensor>> formulas) {
    Graph graph = new Graph();
    List<Tensor> operands = new ArrayList<>();
    shapes.forEach(shape -> operands.add(graph.input("x" + operands.size(), shape)));
    List<Tensor> tensors = formulas.apply(operands);
    this.results = tensors.size();
    for (int i = 0; i < results; i++) {
      graph.output("y" + i, tensors.get(i));
    }
    this.program = compile(graph);
  }

  /** {@return a program of the reference backend} */
  public static Program compile(Graph graph) {
    ReferenceBackend backend = new ReferenceBackend();
    return backend.compile(graph, backend.defaults());
  }

  /** {@return the value of one formula} */
  public static HostArray of(Function<List<Tensor>, Tensor> formula, HostArray... operands) {
    List<Shape> shapes = List.of(operands).stream().map(HostArray::shape).toList();
    try (Computed computed = new Computed(shapes, x -> List.of(formula.apply(x)))) {
      return computed.at(List.of(operands)).get(0);
    }
  }

  /** {@return the values of the formulas at these operands} */
  public List<HostArray> at(List<HostArray> operands) {
    Map<String, HostArray> inputs = new LinkedHashMap<>();
    operands.forEach(operand -> inputs.put("x" + inputs.size(), operand));
    Program.Outputs outputs = program.run(SEED, 0, inputs);
    List<HostArray> values = new ArrayList<>();
    for (int i = 0; i < results; i++) {
      values.add(outputs.get("y" + i).copy());
    }
    return values;
  }

  @Override
  public void close() {
    program.close();
  }
}
