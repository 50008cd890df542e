package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * The first stage of compiling: a graph with the same outputs and updates and fewer nodes. Nodes
 * that nothing needs are left out, equal nodes become one, and operations that change nothing
 * vanish.
 */
public final class Simplifier {
  private final Graph source;
  private final Graph target = new Graph();
  private final Tensor[] replacement;
  private final Map<Key, Tensor> known = new HashMap<>();

  /** What makes two nodes equal. */
  private record Key(Op op, Object attributes, Shape shape, List<Integer> operands) {}

  private Simplifier(Graph source) {
    this.source = source;
    this.replacement = new Tensor[source.nodes().size()];
  }

  /**
   * {@return a graph that computes the same; inputs and variables keep their names and order}
   *
   * @param graph stays as it is
   */
  public static Graph simplify(Graph graph) {
    Graph simple = new Simplifier(graph).run();
    while (hasUnneeded(simple)) {
      simple = new Simplifier(simple).run();
    }
    return simple;
  }

  /** Whether a pass has made something superfluous, which the next leaves out. */
  private static boolean hasUnneeded(Graph graph) {
    boolean[] needed = new Simplifier(graph).needed();
    for (boolean isNeeded : needed) {
      if (!isNeeded) {
        return true;
      }
    }
    return false;
  }

  private Graph run() {
    boolean[] needed = needed();
    for (Tensor node : source.nodes()) {
      if (needed[node.id()]) {
        replacement[node.id()] = replace(node);
      }
    }
    source.outputs().forEach((name, value) -> target.output(name, replacement[value.id()]));
    source
        .updates()
        .forEach(
            (name, value) ->
                target.update(target.variable(name).tensor(), replacement[value.id()]));
    return target;
  }

  /** Outputs, updates and what they are made of; inputs and variables stay as the interface. */
  private boolean[] needed() {
    boolean[] needed = new boolean[source.nodes().size()];
    source.outputs().values().forEach(t -> needed[t.id()] = true);
    source.updates().values().forEach(t -> needed[t.id()] = true);
    source.inputs().values().forEach(t -> needed[t.id()] = true);
    source.variables().forEach(v -> needed[v.tensor().id()] = true);
    for (int id = needed.length - 1; id >= 0; id--) {
      if (needed[id] && !isNothing(source.nodes().get(id))) {
        source.nodes().get(id).operands().forEach(t -> needed[t.id()] = true);
      }
    }
    return needed;
  }

  private Tensor replace(Tensor node) {
    if (isNothing(node)) {
      return target.constant(0).broadcast(node.shape());
    }
    List<Tensor> operands = new ArrayList<>();
    for (Tensor operand : node.operands()) {
      operands.add(replacement[operand.id()]);
    }
    if (node.op().isElementwise()) {
      operands.replaceAll(operand -> unstretched(node, operands, operand));
    }
    return identity(node, operands)
        .or(() -> negated(node, operands))
        .orElseGet(() -> shared(node, operands));
  }

  private Optional<Tensor> negated(Tensor node, List<Tensor> operands) {
    return Negations.of(node.op(), node.shape(), operands)
        .map(
            r -> {
              Tensor value = shared(node.scope(), r.op(), r.operands());
              return r.isNegated() ? shared(node.scope(), Op.NEGATE, List.of(value)) : value;
            });
  }

  /** An element-wise operation that the source has not at this place. */
  private Tensor shared(String scope, Op op, List<Tensor> operands) {
    try (Graph.Scope s = target.scope(scope)) {
      Tensor a = operands.get(0);
      Shape shape = a.shape();
      if (operands.size() > 1) {
        shape = shape.broadcast(operands.get(1).shape());
      }
      List<Integer> ids = operands.stream().map(Tensor::id).toList();
      return known.computeIfAbsent(
          new Key(op, new Attributes.None(), shape, ids),
          k ->
              switch (op) {
                case ADD -> a.add(operands.get(1));
                case SUBTRACT -> a.subtract(operands.get(1));
                case MULTIPLY -> a.multiply(operands.get(1));
                case DIVIDE -> a.divide(operands.get(1));
                case NEGATE -> a.negate();
                default -> throw new AssertionError(op);
              });
    }
  }

  /** x less x as a constant, which only gradients tell from 0 (Functions.withGradientOf). */
  private static boolean isNothing(Tensor node) {
    return node.op() == Op.SUBTRACT
        && node.operands().get(1).op() == Op.STOP_GRADIENT
        && node.operands().get(1).operands().get(0) == node.operands().get(0);
  }

  /** An element-wise operation stretches its operands itself, if the others give its shape. */
  private static Tensor unstretched(Tensor node, List<Tensor> operands, Tensor operand) {
    if (operand.op() != Op.BROADCAST) {
      return operand;
    }
    Tensor small = operand.operands().get(0);
    Shape rest = small.shape();
    for (Tensor other : operands) {
      if (other != operand) {
        rest = rest.broadcast(other.shape());
      }
    }
    return rest.equals(node.shape()) ? small : operand;
  }

  /** The operand that a node merely repeats, if it does. */
  private Optional<Tensor> identity(Tensor node, List<Tensor> operands) {
    Tensor kept =
        switch (node.op()) {
          case STOP_GRADIENT -> operands.get(0);
          case ADD -> isNumber(operands.get(1), 0) ? operands.get(0) : null;
          case NEGATE ->
              operands.get(0).op() == Op.NEGATE ? Negations.inner(operands.get(0)) : null;
          case MULTIPLY ->
              isNumber(operands.get(1), 1)
                  ? operands.get(0)
                  : isNumber(operands.get(0), 1) ? operands.get(1) : null;
          case DIVIDE -> isNumber(operands.get(1), 1) ? operands.get(0) : null;
          case RESHAPE, BROADCAST, SUM, MAX -> operands.get(0);
          default -> null;
        };
    if (kept == null) {
      return Optional.empty();
    }
    if (node.op() == Op.RESHAPE && kept.op() == Op.RESHAPE) {
      return Optional.of(kept.operands().get(0).reshape(node.shape()));
    }
    return kept.shape().equals(node.shape()) ? Optional.of(kept) : Optional.empty();
  }

  private static boolean isNumber(Tensor tensor, double number) {
    return tensor.attributes() instanceof Attributes.Values values
        && Arrays.stream(values.values()).allMatch(v -> v == number);
  }

  private Tensor shared(Tensor node, List<Tensor> operands) {
    List<Integer> ids = operands.stream().map(Tensor::id).toList();
    Key key = new Key(node.op(), attributes(node), node.shape(), ids);
    return known.computeIfAbsent(key, k -> target.adopt(node, operands));
  }

  /** Constants are equal by their bits: 0 and −0 are not. */
  private static Object attributes(Tensor node) {
    if (!(node.attributes() instanceof Attributes.Values values)) {
      return node.attributes();
    }
    return Arrays.stream(values.values()).mapToObj(Double::doubleToRawLongBits).toList();
  }
}
