package org.vaelix.core.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * The second stage of compiling: cuts a graph into {@link Stage}s in the order of their execution.
 *
 * <p>Nodes of one {@linkplain Levels level} never wait for one another except within their shape,
 * so element-wise nodes of one level that read one another make one loop, and a reduction joins the
 * loop that computes its operand. Then loops of different levels are {@linkplain Merging merged}.
 */
public final class Fusion {
  private final Graph graph;
  private final Levels levels;
  private final Draft[] drafts;

  private Fusion(Graph graph) {
    this.graph = graph;
    this.levels = Levels.of(graph);
    this.drafts = new Draft[graph.nodes().size()];
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
    Draft draft = null;
    for (Tensor operand : node.operands()) {
      if (inOneLoop(node, operand)) {
        draft = draft == null ? drafts[operand.id()] : joined(draft, drafts[operand.id()]);
      }
    }
    if (draft == null) {
      draft = new Draft(space(node), levels.of(node));
    }
    draft.add(node);
    drafts[node.id()] = draft;
  }

  private static Shape space(Tensor node) {
    if (Levels.isReduction(node)) {
      return node.operands().get(0).shape();
    }
    return Levels.isLooped(node) ? node.shape() : null;
  }

  private Draft joined(Draft one, Draft other) {
    if (one != other) {
      one.addAll(other);
      other.all().forEach(t -> drafts[t.id()] = one);
    }
    return one;
  }

  private List<Stage> finished() {
    List<Draft> byLevel =
        Stream.of(drafts)
            .filter(Objects::nonNull)
            .distinct()
            .sorted(Comparator.comparingInt(Draft::level))
            .toList();
    List<Draft> merged = Merging.of(graph, byLevel);
    for (Draft draft : merged) {
      draft.all().forEach(t -> drafts[t.id()] = draft);
    }
    boolean[] wanted = wantedOutside();
    return merged.stream().map(draft -> draft.stage(t -> wanted[t.id()])).toList();
  }

  /** Which nodes are read by something that is not in their own loop. */
  private boolean[] wantedOutside() {
    boolean[] wanted = new boolean[graph.nodes().size()];
    graph.outputs().values().forEach(t -> wanted[stored(t).id()] = true);
    graph.updates().values().forEach(t -> wanted[stored(t).id()] = true);
    for (Tensor node : graph.nodes()) {
      for (Tensor operand : node.operands()) {
        boolean together = node.op() != Op.RESHAPE && drafts[node.id()] == drafts[operand.id()];
        wanted[stored(operand).id()] |= !together;
      }
    }
    return wanted;
  }

  private boolean inOneLoop(Tensor node, Tensor operand) {
    return Levels.mayShareLoop(node, operand) && levels.of(node) == levels.of(operand);
  }
}
