package org.vaelix.core.internal.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;

/**
 * What a program does in each run, decided once: the nodes that outputs and updates need, in order,
 * and the array each of them fills. A node's array is lent on to a later node when its last reader
 * has read it; results and what lives from run to run keep theirs.
 */
final class Plan {
  private final List<Tensor> nodes;
  private final Memory memory;
  private final Map<String, double[]> variables;
  private final double[][] values;
  private final int[] lastReader;
  private final List<Kernel> kernels = new ArrayList<>();

  /**
   * Plans.
   *
   * @param graph what is computed
   * @param variables the variables' values by name
   * @param memory gives the arrays
   */
  Plan(Graph graph, Map<String, double[]> variables, Memory memory) {
    this.nodes = graph.nodes();
    this.memory = memory;
    this.variables = variables;
    this.values = new double[nodes.size()][];
    this.lastReader = new int[nodes.size()];
    boolean[] needed = needed(graph);
    for (Tensor node : nodes) {
      if (needed[node.id()]) {
        plan(node);
      }
    }
  }

  /** {@return what computes the nodes, in order} */
  List<Kernel> kernels() {
    return kernels;
  }

  /**
   * {@return where a node's values are, or null if nothing needs them}
   *
   * @param node an input, an output or the value of an update
   */
  double[] values(Tensor node) {
    return values[node.id()];
  }

  /**
   * {@return the node whose array a node shares; itself unless it only gives values another shape}
   *
   * @param node of the graph
   */
  static Tensor origin(Tensor node) {
    Tensor origin = node;
    while (isAlias(origin)) {
      origin = origin.operands().get(0);
    }
    return origin;
  }

  private static boolean isAlias(Tensor node) {
    return node.op() == Op.RESHAPE || node.op() == Op.STOP_GRADIENT;
  }

  /** Also notes which node reads each array last. */
  private boolean[] needed(Graph graph) {
    boolean[] needed = new boolean[nodes.size()];
    graph.outputs().values().forEach(node -> keep(node, needed));
    graph.updates().values().forEach(node -> keep(node, needed));
    for (int id = nodes.size() - 1; id >= 0; id--) {
      if (needed[id]) {
        for (Tensor operand : nodes.get(id).operands()) {
          needed[operand.id()] = true;
          int origin = origin(operand).id();
          lastReader[origin] = Math.max(lastReader[origin], id);
        }
      }
    }
    return needed;
  }

  private void keep(Tensor result, boolean[] needed) {
    needed[result.id()] = true;
    lastReader[origin(result).id()] = Integer.MAX_VALUE;
  }

  private void plan(Tensor node) {
    values[node.id()] = isAlias(node) ? values(node.operands().get(0)) : array(node);
    if (isComputed(node)) {
      double[][] operands = node.operands().stream().map(this::values).toArray(double[][]::new);
      kernels.add(Kernels.of(node, operands, values(node), memory));
    }
    node.operands().stream()
        .map(Plan::origin)
        .distinct()
        .filter(origin -> isComputed(origin) && lastReader[origin.id()] == node.id())
        .forEach(origin -> memory.giveBack(values(origin)));
  }

  private double[] array(Tensor node) {
    return switch (node.op()) {
      case PARAMETER, STATE -> variables.get(((Attributes.Named) node.attributes()).name());
      case CONSTANT -> ((Attributes.Values) node.attributes()).values();
      case INPUT -> memory.allocate(node.shape().elements(), node);
      default -> memory.take(node.shape().elements(), node);
    };
  }

  private static boolean isComputed(Tensor node) {
    return switch (node.op()) {
      case INPUT, PARAMETER, STATE, CONSTANT, RESHAPE, STOP_GRADIENT -> false;
      default -> true;
    };
  }
}
