package org.vaelix.core.internal.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.backend.Signature;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;

/** A planned graph with its variables. */
final class ReferenceProgram implements Program {
  /** Values that go from one array to another in each run. */
  private record Copy(double[] from, double[] to) {
    void make() {
      System.arraycopy(from, 0, to, 0, to.length);
    }
  }

  private final Signature signature;
  private final Map<String, HostArray> inputValues = new LinkedHashMap<>();
  private final Map<String, HostArray> variables = new LinkedHashMap<>();
  private final Map<String, HostArray> outputs = new LinkedHashMap<>();
  private final List<Kernel> kernels;
  private final List<Copy> results = new ArrayList<>();
  private final List<Copy> updates = new ArrayList<>();
  private boolean isClosed;

  ReferenceProgram(Graph graph) {
    signature = new Signature(graph);
    Memory memory = new Memory();
    Map<String, double[]> state = new LinkedHashMap<>();
    for (Variable variable : graph.variables()) {
      double[] values = memory.allocate(variable.shape().elements(), variable.tensor());
      state.put(variable.name(), values);
      variables.put(variable.name(), HostArray.of(variable.shape(), values));
    }
    Plan plan = new Plan(graph, state, memory);
    kernels = plan.kernels();
    graph.inputs().forEach((name, node) -> addInput(name, node, plan));
    graph.outputs().forEach((name, node) -> addOutput(name, node, plan, memory));
    graph.updates().forEach((name, node) -> addUpdate(state.get(name), node, plan, memory));
  }

  private void addInput(String name, Tensor node, Plan plan) {
    if (plan.values(node) != null) {
      inputValues.put(name, HostArray.of(node.shape(), plan.values(node)));
    }
  }

  /** An output is copied, so that neither an update nor its reader can change what is planned. */
  private void addOutput(String name, Tensor node, Plan plan, Memory memory) {
    double[] own = memory.allocate(node.shape().elements(), node);
    results.add(new Copy(plan.values(node), own));
    outputs.put(name, HostArray.of(node.shape(), own));
  }

  /** A variable that becomes the new value of another is set aside before any update is made. */
  private void addUpdate(double[] variable, Tensor value, Plan plan, Memory memory) {
    double[] from = plan.values(value);
    Op origin = Plan.origin(value).op();
    if (origin == Op.PARAMETER || origin == Op.STATE) {
      double[] aside = memory.allocate(from.length, value);
      results.add(new Copy(from, aside));
      from = aside;
    }
    updates.add(new Copy(from, variable));
  }

  @Override
  public Outputs run(long seed, long step, Map<String, HostArray> given) {
    requireOpen();
    signature.checkInputs(given);
    inputValues.forEach((name, own) -> fill(own, given.get(name)));
    for (Kernel kernel : kernels) {
      kernel.run(seed, step);
    }
    results.forEach(Copy::make);
    updates.forEach(Copy::make);
    return this::output;
  }

  private HostArray output(String name) {
    requireOpen();
    signature.output(name);
    return outputs.get(name);
  }

  private static void fill(HostArray own, HostArray source) {
    own.copyFrom(source, 0, 0, own.shape().elements());
  }

  @Override
  public HostArray read(String variable) {
    requireOpen();
    signature.variable(variable);
    return variables.get(variable).copy();
  }

  @Override
  public void write(String variable, HostArray value) {
    requireOpen();
    signature.checkVariable(variable, value);
    fill(variables.get(variable), value);
  }

  @Override
  public void close() {
    isClosed = true;
    inputValues.clear();
    variables.clear();
    outputs.clear();
    kernels.clear();
    results.clear();
    updates.clear();
  }

  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("the program is closed");
    }
  }
}
