package org.vaelix.core.internal.contain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;

/** Which part has made which nodes of the graphs that a recipe was traced into. */
public final class Makers {
  private static final String GRADIENT = "/gradient";

  /** Calls of parts, in the order in which they came back: those within others come first. */
  private final Map<Graph, List<Made>> made = new WeakHashMap<>();

  /** Creates an empty list. */
  public Makers() {}

  private record Made(int from, int to, PartReference part) {
    boolean has(int index) {
      return from <= index && index < to;
    }
  }

  /** Notes that a part has made the nodes of a graph from an index up to now. */
  public synchronized void note(Graph graph, int from, PartReference part) {
    int to = graph.nodes().size();
    if (to > from) {
      made.computeIfAbsent(graph, g -> new ArrayList<>()).add(new Made(from, to, part));
    }
  }

  /**
   * {@return the part whose formula a node is; of a gradient, that of the part with the formula}
   *
   * @param graph which was traced
   * @param index of the node
   */
  public synchronized Optional<PartReference> of(Graph graph, int index) {
    Tensor node = graph.nodes().get(index);
    if (!node.scope().endsWith(GRADIENT)) {
      return direct(graph, index);
    }
    String scope = node.scope().substring(0, node.scope().length() - GRADIENT.length());
    List<Tensor> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).scope().equals(scope)) {
        return direct(graph, i);
      }
    }
    return Optional.empty();
  }

  private Optional<PartReference> direct(Graph graph, int index) {
    return made.getOrDefault(graph, List.of()).stream()
        .filter(range -> range.has(index))
        .map(Made::part)
        .findFirst();
  }
}
