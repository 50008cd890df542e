package org.vaelix.core.internal.contain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
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
   * @param node of a graph that was traced
   */
  public synchronized Optional<PartReference> of(Tensor node) {
    List<Tensor> nodes = node.graph().nodes();
    String scope = node.scope();
    if (scope.endsWith(GRADIENT)) {
      String forward = scope.substring(0, scope.length() - GRADIENT.length());
      return IntStream.range(0, nodes.size())
          .filter(i -> nodes.get(i).scope().equals(forward))
          .boxed()
          .findFirst()
          .flatMap(i -> direct(node.graph(), i));
    }
    return direct(node.graph(), node.id());
  }

  private Optional<PartReference> direct(Graph graph, int index) {
    return made.getOrDefault(graph, List.of()).stream()
        .filter(range -> range.has(index))
        .map(Made::part)
        .findFirst();
  }
}
