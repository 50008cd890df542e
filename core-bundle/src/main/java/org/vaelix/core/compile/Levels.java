package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;

/**
 * When each node of a graph is computed. An element-wise node has the level of its operands of the
 * same shape, any other node one above what it reads. So nodes of one level never wait for one
 * another except within their shape.
 *
 * <p>Then element-wise nodes sink to the level of what reads them, if that is one loop: they need
 * no memory between loops there. A fading average's old value is multiplied where the new one is
 * added, and an activation's mask is compared where a gradient is selected by it.
 */
final class Levels {
  private final Graph graph;
  private final int[] levels;

  private Levels(Graph graph) {
    this.graph = graph;
    this.levels = new int[graph.nodes().size()];
  }

  static Levels of(Graph graph) {
    Levels levels = new Levels(graph);
    graph.nodes().forEach(n -> levels.levels[n.id()] = levels.earliest(n));
    levels.sink();
    return levels;
  }

  int of(Tensor node) {
    return levels[node.id()];
  }

  /** Whether a loop computes the tensor value by value. */
  static boolean isLooped(Tensor tensor) {
    return tensor.op().isElementwise() || tensor.op() == Op.BROADCAST;
  }

  static boolean isReduction(Tensor tensor) {
    return tensor.op() == Op.SUM || tensor.op() == Op.MAX;
  }

  static boolean isSource(Tensor tensor) {
    return switch (tensor.op()) {
      case INPUT, PARAMETER, STATE, CONSTANT -> true;
      default -> false;
    };
  }

  /** Whether a reader takes the operand value by value, so that both may be one loop. */
  static boolean mayShareLoop(Tensor reader, Tensor operand) {
    return isLooped(operand)
        && (isReduction(reader) || isLooped(reader) && reader.shape().equals(operand.shape()));
  }

  private int earliest(Tensor node) {
    if (isSource(node)) {
      return 0;
    }
    if (node.op() == Op.RESHAPE) {
      return levels[Fusion.stored(node).id()];
    }
    int level = 1;
    for (Tensor operand : node.operands()) {
      boolean joins = mayShareLoop(node, operand);
      level = Math.max(level, joins ? levels[operand.id()] : ready(operand));
    }
    return level;
  }

  /** The first level at which a tensor can be read from memory. */
  private int ready(Tensor tensor) {
    return levels[Fusion.stored(tensor).id()] + 1;
  }

  /** Readers come after what they read, so one pass from the end moves whole chains. */
  private void sink() {
    List<List<Tensor>> readers = new ArrayList<>();
    graph.nodes().forEach(n -> readers.add(new ArrayList<>()));
    graph.nodes().forEach(n -> n.operands().forEach(o -> readers.get(o.id()).add(n)));
    Set<Tensor> kept = new HashSet<>(graph.outputs().values());
    kept.addAll(graph.updates().values());
    for (int id = levels.length - 1; id >= 0; id--) {
      Tensor node = graph.nodes().get(id);
      if (isLooped(node) && !kept.contains(node) && holdsNoMoreThanItself(node)) {
        levels[id] = sunk(node, readers.get(id));
      }
    }
  }

  /** The level of all readers if they share one loop with the node, else where it was. */
  private int sunk(Tensor node, List<Tensor> readers) {
    int own = levels[node.id()];
    int level = readers.isEmpty() ? own : levels[readers.get(0).id()];
    boolean together =
        readers.stream().allMatch(r -> mayShareLoop(r, node) && levels[r.id()] == level);
    return together ? level : own;
  }

  /** Whether keeping the operands until later takes no more memory than keeping the result. */
  private static boolean holdsNoMoreThanItself(Tensor node) {
    return node.operands().stream()
            .filter(o -> !isSource(Fusion.stored(o)))
            .filter(o -> o.shape().elements() == node.shape().elements())
            .distinct()
            .count()
        <= 1;
  }
}
