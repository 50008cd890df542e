package org.vaelix.core.internal.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;

/**
 * Finds the node of a training step that was the first to give a number that is none. It is a copy
 * of the step that also tells the largest magnitude in each node; steps are repeated with it from a
 * checkpoint. An infinity that good steps have, too, such as that of a logarithm whose result is
 * not used, is no cause.
 */
final class FirstBadNumber implements AutoCloseable {
  private static final String WATCH = "watch/";
  private static final Set<Op> GIVEN = Set.of(Op.CONSTANT, Op.INPUT, Op.NORMAL, Op.UNIFORM);

  private final Graph original;
  private final List<Integer> watched = new ArrayList<>();
  private final Program program;
  private final Set<Integer> usual = new HashSet<>();
  private boolean hasGoodSteps;

  /**
   * Compiles the copy.
   *
   * @param original the step
   * @param compiler the backend's
   * @param variables values from which steps are repeated
   */
  FirstBadNumber(
      Graph original, Function<Graph, Program> compiler, Map<String, HostArray> variables) {
    this.original = original;
    Graph copy = copy();
    this.program = compiler.apply(copy);
    Variables.write(copy, program, variables);
  }

  private Graph copy() {
    Graph copy = new Graph();
    List<Tensor> nodes = new ArrayList<>();
    for (Tensor node : original.nodes()) {
      List<Tensor> operands = node.operands().stream().map(one -> nodes.get(one.id())).toList();
      nodes.add(copy.adopt(node, operands));
    }
    original
        .updates()
        .forEach((name, value) -> copy.update(variable(copy, name), nodes.get(value.id())));
    for (int i = 0; i < nodes.size(); i++) {
      Tensor node = nodes.get(i);
      if (!GIVEN.contains(node.op()) && node.shape().elements() > 0) {
        copy.output(WATCH + i, node.shape().rank() == 0 ? node.abs() : node.abs().max());
        watched.add(i);
      }
    }
    return copy;
  }

  private static Tensor variable(Graph graph, String name) {
    return graph.variable(name).tensor();
  }

  /**
   * Repeats a step.
   *
   * @param seed of the run
   * @param step its number, from 1
   * @param inputs of the step
   * @param isLast whether this is the step that failed
   * @return the node that is to blame, once there is one
   */
  Optional<Tensor> repeat(long seed, long step, Map<String, HostArray> inputs, boolean isLast) {
    Program.Outputs outputs = program.run(seed, step, inputs);
    List<Integer> bad = watched.stream().filter(i -> !Double.isFinite(value(outputs, i))).toList();
    boolean isSpoilt = original.updates().values().stream().map(Tensor::id).anyMatch(bad::contains);
    if (isLast || isSpoilt) {
      return cause(bad, outputs);
    }
    usual.addAll(bad);
    hasGoodSteps = true;
    return Optional.empty();
  }

  private Optional<Tensor> cause(List<Integer> bad, Program.Outputs outputs) {
    List<Integer> news = bad.stream().filter(i -> !usual.contains(i)).collect(Collectors.toList());
    if (!hasGoodSteps) { // whether an infinity is usual is not known
      List<Integer> none = news.stream().filter(i -> Double.isNaN(value(outputs, i))).toList();
      news = none.isEmpty() ? news : none;
    }
    return news.stream().findFirst().map(original.nodes()::get);
  }

  private static double value(Program.Outputs outputs, int node) {
    return outputs.get(WATCH + node).get(0);
  }

  @Override
  public void close() {
    program.close();
  }
}
