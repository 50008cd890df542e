package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * The second stage of compiling: cuts a graph into {@link Stage}s in the order of their execution.
 *
 * <p>Every node gets a level: an element-wise node that of its operands of the same shape, any
 * other node one above what it reads. Nodes of one level never wait for one another except within
 * their shape, so all element-wise nodes of one level and shape make one loop, and a reduction
 * joins the loop that computes its operand.
 */
public final class Fusion {
  private final Graph graph;
  private final int[] levels;
  private final TreeMap<Integer, Map<Object, Draft>> drafts = new TreeMap<>();

  /** A loop or a single operation being gathered; a single one has no space. */
  private static final class Draft {
    final List<Tensor> nodes = new ArrayList<>();
    final List<Tensor> reductions = new ArrayList<>();
  }

  private Fusion(Graph graph) {
    this.graph = graph;
    this.levels = new int[graph.nodes().size()];
  }

  /**
   * {@return the stages in the order of their execution; sources and reshaped tensors need none}
   *
   * @param graph simplified
   */
  public static List<Stage> stages(Graph graph) {
    Fusion fusion = new Fusion(graph);
    graph.nodes().forEach(fusion::place);
    return fusion.finished();
  }

  /**
   * {@return the tensor whose memory a tensor shares: itself, or what it reshapes}
   *
   * @param tensor any
   */
  public static Tensor stored(Tensor tensor) {
    Tensor stored = tensor;
    while (stored.op() == Op.RESHAPE) {
      stored = stored.operands().get(0);
    }
    return stored;
  }

  /**
   * {@return whether a loop computes the tensor value by value}
   *
   * @param tensor any
   */
  public static boolean isLooped(Tensor tensor) {
    return tensor.op().isElementwise() || tensor.op() == Op.BROADCAST;
  }

  private static boolean isSource(Tensor tensor) {
    return switch (tensor.op()) {
      case INPUT, PARAMETER, STATE, CONSTANT -> true;
      default -> false;
    };
  }

  private void place(Tensor node) {
    if (isSource(node)) {
      return;
    }
    if (node.op() == Op.RESHAPE) {
      levels[node.id()] = levels[stored(node).id()];
    } else if (isLooped(node)) {
      levels[node.id()] = loopLevel(node);
      draft(levels[node.id()], node.shape()).nodes.add(node);
    } else if (node.op() == Op.SUM || node.op() == Op.MAX) {
      Tensor operand = node.operands().get(0);
      levels[node.id()] = isLooped(operand) ? levels[operand.id()] : ready(operand);
      draft(levels[node.id()], operand.shape()).reductions.add(node);
    } else {
      levels[node.id()] = node.operands().stream().mapToInt(this::ready).max().orElse(1);
      draft(levels[node.id()], node).nodes.add(node);
    }
  }

  private Draft draft(int level, Object space) {
    return drafts
        .computeIfAbsent(level, l -> new LinkedHashMap<>())
        .computeIfAbsent(space, s -> new Draft());
  }

  /** The first level at which a tensor can be read from memory. */
  private int ready(Tensor tensor) {
    Tensor stored = stored(tensor);
    return isSource(stored) ? 1 : levels[stored.id()] + 1;
  }

  private int loopLevel(Tensor node) {
    int level = 1;
    for (Tensor operand : node.operands()) {
      boolean joins = isLooped(operand) && operand.shape().equals(node.shape());
      level = Math.max(level, joins ? levels[operand.id()] : ready(operand));
    }
    return level;
  }

  private List<Stage> finished() {
    boolean[] wanted = wantedOutside();
    List<Stage> stages = new ArrayList<>();
    for (Map<Object, Draft> level : drafts.values()) {
      level.forEach((space, draft) -> stages.add(stage(space, draft, wanted)));
    }
    return stages;
  }

  private static Stage stage(Object space, Draft draft, boolean[] wanted) {
    if (!(space instanceof Shape shape)) {
      return new Stage.Single(draft.nodes.get(0));
    }
    Set<Tensor> inside = new LinkedHashSet<>(draft.nodes);
    Set<Tensor> reads = new LinkedHashSet<>();
    List<Tensor> readers = new ArrayList<>(draft.nodes);
    readers.addAll(draft.reductions);
    for (Tensor reader : readers) {
      reader.operands().stream().filter(t -> !inside.contains(t)).forEach(reads::add);
    }
    List<Tensor> results = draft.nodes.stream().filter(t -> wanted[t.id()]).toList();
    return new Stage.Loop(shape, draft.nodes, draft.reductions, List.copyOf(reads), results);
  }

  /** Which nodes are read by something that is not in their own loop. */
  private boolean[] wantedOutside() {
    boolean[] wanted = new boolean[levels.length];
    graph.outputs().values().forEach(t -> wanted[stored(t).id()] = true);
    graph.updates().values().forEach(t -> wanted[stored(t).id()] = true);
    for (Tensor node : graph.nodes()) {
      for (Tensor operand : node.operands()) {
        wanted[stored(operand).id()] |= !inOneLoop(node, operand);
      }
    }
    return wanted;
  }

  private boolean inOneLoop(Tensor node, Tensor operand) {
    boolean isReader = isLooped(node) || node.op() == Op.SUM || node.op() == Op.MAX;
    Shape space = isLooped(node) ? node.shape() : operand.shape();
    return isReader
        && isLooped(operand)
        && operand.shape().equals(space)
        && levels[node.id()] == levels[operand.id()];
  }
}
