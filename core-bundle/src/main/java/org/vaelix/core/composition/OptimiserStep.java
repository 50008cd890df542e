package org.vaelix.core.composition;

import java.util.List;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.training.Optimiser;

/** Adds an optimiser's rule to a graph, as updates of every trained variable. */
final class OptimiserStep {
  private final Graph graph;
  private final Tensor step;
  private final Tensor learningRate;

  private OptimiserStep(Graph graph) {
    this.graph = graph;
    this.step = graph.input(Tracer.STEP, Shape.scalar());
    this.learningRate = graph.input(Tracer.LEARNING_RATE, Shape.scalar());
  }

  static void addTo(
      Graph graph, Optimiser optimiser, List<Variable> variables, List<Tensor> gradients) {
    try (Graph.Scope scope = graph.scope("optimiser")) {
      OptimiserStep added = new OptimiserStep(graph);
      for (int i = 0; i < variables.size(); i++) {
        added.update(optimiser, variables.get(i), gradients.get(i));
      }
    }
  }

  private void update(Optimiser optimiser, Variable variable, Tensor gradient) {
    try (Graph.Scope scope = graph.scope(variable.name())) {
      Tensor next = optimiser.next(variable.tensor(), gradient, new Memory(variable));
      graph.update(variable.tensor(), next);
    }
  }

  /** What the rule remembers of one variable, as states {@code optimiser/<name>/<variable>}. */
  private final class Memory implements Optimiser.Update {
    private final Variable variable;

    Memory(Variable variable) {
      this.variable = variable;
    }

    @Override
    public Tensor learningRate() {
      return learningRate;
    }

    @Override
    public Tensor step() {
      return step;
    }

    @Override
    public Tensor recall(String name) {
      String qualified = "optimiser/" + name + "/" + variable.name();
      return graph.state(
          qualified, variable.shape(), (shape, random) -> new double[shape.elements()]);
    }

    @Override
    public void remember(String name, Tensor value) {
      graph.update(recall(name), value);
    }
  }
}
