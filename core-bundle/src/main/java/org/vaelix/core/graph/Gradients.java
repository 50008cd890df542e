package org.vaelix.core.graph;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Reverse-mode differentiation from graph to graph: the gradients are ordinary nodes of the same
 * graph, so a backend sees forward operations only and gradients have gradients of their own.
 */
public final class Gradients {
  private Gradients() {}

  /**
   * {@return the gradient of a scalar with respect to each of the tensors, of their shapes; zeros
   * where the scalar does not depend on a tensor}
   *
   * @param scalar what is differentiated
   * @param with the tensors it is differentiated with respect to
   * @throws ShapeException if the first argument is not a scalar
   */
  public static List<Tensor> of(Tensor scalar, List<Tensor> with) {
    if (scalar.shape().rank() != 0) {
      throw new ShapeException("only a scalar has a gradient, this is " + scalar.shape());
    }
    Graph graph = scalar.graph();
    boolean[] relevant = dependents(graph, with, scalar.id());
    Tensor[] upstream = new Tensor[scalar.id() + 1];
    upstream[scalar.id()] = graph.constant(1);
    for (int id = scalar.id(); id >= 0; id--) {
      if (upstream[id] != null && relevant[id]) {
        sendBack(graph.nodes().get(id), upstream, relevant);
      }
    }
    return with.stream().map(t -> collected(t, upstream)).toList();
  }

  /** Which nodes up to a last one depend on any of the tensors. */
  private static boolean[] dependents(Graph graph, List<Tensor> with, int last) {
    boolean[] relevant = new boolean[last + 1];
    with.stream().filter(t -> t.id() <= last).forEach(t -> relevant[t.id()] = true);
    for (int id = 0; id <= last; id++) {
      for (Tensor operand : graph.nodes().get(id).operands()) {
        relevant[id] |= relevant[operand.id()];
      }
    }
    return relevant;
  }

  private static void sendBack(Tensor node, Tensor[] upstream, boolean[] relevant) {
    boolean[] wanted = new boolean[node.operands().size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = relevant[node.operands().get(i).id()];
    }
    try (Graph.Scope scope = node.graph().scope(gradientScope(node))) {
      Tensor[] gradients = GradientRules.of(node, upstream[node.id()], wanted);
      for (int i = 0; i < gradients.length; i++) {
        if (gradients[i] != null) {
          accumulate(upstream, node.operands().get(i), gradients[i]);
        }
      }
    }
  }

  private static String gradientScope(Tensor node) {
    return node.scope().isEmpty() ? "gradient" : node.scope() + "/gradient";
  }

  private static void accumulate(Tensor[] upstream, Tensor operand, Tensor gradient) {
    Tensor fitted = unbroadcast(gradient, operand.shape());
    Tensor before = upstream[operand.id()];
    upstream[operand.id()] = before == null ? fitted : before.add(fitted);
  }

  private static Tensor collected(Tensor tensor, Tensor[] upstream) {
    Tensor gradient = tensor.id() < upstream.length ? upstream[tensor.id()] : null;
    return (gradient == null ? tensor.graph().constant(0) : gradient).broadcast(tensor.shape());
  }

  /** Sums over the axes along which an operand of this shape was stretched. */
  private static Tensor unbroadcast(Tensor gradient, Shape shape) {
    Shape from = gradient.shape();
    if (from.equals(shape)) {
      return gradient;
    }
    int extra = from.rank() - shape.rank();
    int[] stretched =
        IntStream.range(0, from.rank())
            .filter(a -> a < extra || (shape.size(a - extra) == 1 && from.size(a) != 1))
            .toArray();
    Tensor summed = stretched.length == 0 ? gradient : gradient.sumKeeping(stretched);
    return summed.reshape(shape);
  }
}
