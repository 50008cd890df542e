package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** A {@link Stage} that is still being gathered: a loop, or a single operation without a space. */
final class Draft {
  private final Shape space;
  private final int level;
  private final List<Tensor> nodes = new ArrayList<>();
  private final List<Tensor> reductions = new ArrayList<>();

  /** What is read from elsewhere, once somebody has asked; null when nodes were added since. */
  private Set<Tensor> reads;

  /**
   * @param space of a loop; null for a single operation
   * @param level of its nodes
   */
  Draft(Shape space, int level) {
    this.space = space;
    this.level = level;
  }

  void add(Tensor node) {
    reads = null;
    (space != null && Levels.isReduction(node) ? reductions : nodes).add(node);
  }

  /** Takes another loop's nodes, too. */
  void addAll(Draft other) {
    reads = null;
    nodes.addAll(other.nodes);
    reductions.addAll(other.reductions);
    nodes.sort(Comparator.comparingInt(Tensor::id));
    reductions.sort(Comparator.comparingInt(Tensor::id));
  }

  boolean isLoop() {
    return space != null;
  }

  /** Whether both loops run over the same places. */
  boolean fits(Draft other) {
    return isLoop() && space.equals(other.space);
  }

  Shape space() {
    return space;
  }

  int level() {
    return level;
  }

  /** Nodes and reductions. */
  List<Tensor> all() {
    List<Tensor> all = new ArrayList<>(nodes);
    all.addAll(reductions);
    return all;
  }

  /** What it reads from elsewhere, each once. */
  Set<Tensor> reads() {
    if (reads == null) {
      Set<Tensor> own = new HashSet<>(nodes);
      reads = new LinkedHashSet<>();
      for (Tensor node : all()) {
        node.operands().stream().filter(t -> !own.contains(t)).forEach(reads::add);
      }
    }
    return reads;
  }

  /**
   * {@return the stage}
   *
   * @param wanted whether something outside of this stage needs a node
   */
  Stage stage(Predicate<Tensor> wanted) {
    if (!isLoop()) {
      return new Stage.Single(nodes.get(0));
    }
    List<Tensor> results = nodes.stream().filter(wanted).toList();
    return new Stage.Loop(
        space, List.copyOf(nodes), List.copyOf(reductions), List.copyOf(reads()), results);
  }
}
