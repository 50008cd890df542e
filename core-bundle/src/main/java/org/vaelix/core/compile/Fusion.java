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
 * <p>Nodes of one {@linkplain Levels level} never wait for one another except within their shape,
 * so all element-wise nodes of one level and shape make one loop, and a reduction joins the loop
 * that computes its operand.
 */
public final class Fusion {
  private final Graph graph;
  private final Levels levels;
  private final TreeMap<Integer, Map<Object, Draft>> drafts = new TreeMap<>();

  /** A loop or a single operation being gathered; a single one has no space. */
  private static final class Draft {
    final List<Tensor> nodes = new ArrayList<>();
    final List<Tensor> reductions = new ArrayList<>();
  }

  private Fusion(Graph graph) {
    this.graph = graph;
    this.levels = Levels.of(graph);
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

  private void place(Tensor node) {
    if (Levels.isSource(node) || node.op() == Op.RESHAPE) {
      return;
    }
    if (Levels.isReduction(node)) {
      draft(levels.of(node), node.operands().get(0).shape()).reductions.add(node);
    } else {
      draft(levels.of(node), Levels.isLooped(node) ? node.shape() : node).nodes.add(node);
    }
  }

  private Draft draft(int level, Object space) {
    return drafts
        .computeIfAbsent(level, l -> new LinkedHashMap<>())
        .computeIfAbsent(space, s -> new Draft());
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
    boolean[] wanted = new boolean[graph.nodes().size()];
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
    return Levels.mayShareLoop(node, operand) && levels.of(node) == levels.of(operand);
  }
}
