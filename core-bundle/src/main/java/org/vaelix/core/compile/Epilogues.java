package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;

/**
 * The third stage of compiling: a loop that alone reads a product's result becomes the product's
 * {@link Stage.Epilogue}: bias and activation, a gradient's mask, an optimiser's rule.
 */
public final class Epilogues {
  private Epilogues() {}

  /**
   * {@return the stages, some of them joined; in the order of the loops, in which a joined stage
   * may come later than the variables it reads are updated: see {@link Ordering}}
   *
   * @param graph simplified
   * @param stages of the graph
   * @param suits whether the backend can join this operation with this loop
   */
  public static List<Stage> join(Graph graph, List<Stage> stages, Suits suits) {
    Map<Tensor, Integer> readers = readers(graph, stages);
    Map<Tensor, Stage.Single> singles = new HashMap<>();
    Map<Stage, Stage> joined = new LinkedHashMap<>();
    Set<Stage> gone = new HashSet<>();
    for (Stage stage : stages) {
      if (stage instanceof Stage.Single single) {
        singles.put(single.node(), single);
      } else if (stage instanceof Stage.Loop loop) {
        Predicate<Tensor> fits =
            t ->
                singles.containsKey(t)
                    && readers.get(t) == 1
                    && t.shape().equals(loop.space())
                    && suits.test(singles.get(t), loop);
        loop.reads().stream()
            .filter(fits)
            .findFirst()
            .ifPresent(
                t -> {
                  gone.add(singles.get(t));
                  joined.put(loop, new Stage.Epilogue(singles.get(t), loop));
                });
      }
    }
    List<Stage> result = new ArrayList<>(stages);
    result.removeAll(gone);
    result.replaceAll(s -> joined.getOrDefault(s, s));
    return result;
  }

  /** How many stages read a tensor as it is; what is read in another shape or kept counts more. */
  private static Map<Tensor, Integer> readers(Graph graph, List<Stage> stages) {
    Map<Tensor, Integer> readers = new HashMap<>();
    for (Stage stage : stages) {
      for (Tensor read : stage.reads()) {
        Tensor stored = Fusion.stored(read);
        readers.merge(stored, stored == read ? 1 : 2, Integer::sum);
      }
    }
    graph.outputs().values().forEach(t -> readers.merge(Fusion.stored(t), 2, Integer::sum));
    graph.updates().values().forEach(t -> readers.merge(Fusion.stored(t), 2, Integer::sum));
    return readers;
  }

  /** Whether a backend can join an operation with the loop over its result. */
  @FunctionalInterface
  public interface Suits {
    /**
     * {@return whether it can, and should}
     *
     * @param single the operation
     * @param loop the loop
     */
    boolean test(Stage.Single single, Stage.Loop loop);
  }
}
