package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;

/**
 * Joins loops over the same space that pass values to each other or read the same ones, wherever
 * they stand, so that fewer tensors travel through memory: a likelihood, its gradient and what both
 * need of the data become one loop.
 *
 * <p>Two loops can be one if no third stage stands between them, reading one and read by the other.
 * Joined, the earlier one's operands are kept until the later one runs; that must be fewer tensors
 * than are saved.
 */
final class Merging {
  /** No draft: what was merged into another one leaves a gap. */
  private static final int GAP = -1;

  /**
   * So many stages may wait for the first loop; beyond, two loops are too far apart to be looked
   * at. Bounds the time that a graph of thousands of stages takes.
   */
  private static final int FARTHEST = 64;

  private final List<Draft> drafts;

  /** Drafts in an order in which each comes after what it reads. */
  private final int[] order;

  private final int[] places;
  private final int[] into;
  private final List<Set<Integer>> followers = new ArrayList<>();

  /** The draft that computes each node, or {@link #GAP}; where it is now, {@link #now} says. */
  private final int[] writers;

  private Merging(Graph graph, List<Draft> drafts) {
    this.drafts = drafts;
    this.order = new int[drafts.size()];
    this.places = new int[drafts.size()];
    this.into = new int[drafts.size()];
    this.writers = new int[graph.nodes().size()];
    Arrays.fill(writers, GAP);
    for (int i = 0; i < drafts.size(); i++) {
      order[i] = i;
      places[i] = i;
      into[i] = i;
      followers.add(new HashSet<>());
      for (Tensor node : drafts.get(i).all()) {
        writers[node.id()] = i;
      }
    }
    for (int i = 0; i < drafts.size(); i++) {
      for (Tensor read : drafts.get(i).reads()) {
        int writer = writers[Fusion.stored(read).id()];
        if (writer >= 0) {
          followers.get(writer).add(i);
        }
      }
    }
  }

  /**
   * {@return the drafts, fewer of them, in an order in which each comes after what it reads}
   *
   * @param graph simplified
   * @param drafts in such an order
   */
  static List<Draft> of(Graph graph, List<Draft> drafts) {
    Merging merging = new Merging(graph, drafts);
    merging.mergeWhereValuesPass(false);
    merging.mergeWhereValuesPass(true);
    merging.mergeLevels();
    return IntStream.of(merging.order).filter(i -> i != GAP).mapToObj(drafts::get).toList();
  }

  /**
   * What is computed goes first: what is in memory from the start, such as the data, is read in
   * several places, and loops that share no more than that may fit better elsewhere.
   */
  private void mergeWhereValuesPass(boolean sources) {
    Map<Tensor, List<Integer>> users = new TreeMap<>(Comparator.comparingInt(Tensor::id));
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.isLoop()) {
        List<Tensor> used = draft.all();
        used.addAll(draft.reads());
        for (Tensor tensor : used) {
          if (passesThrough(tensor, i) && Levels.isSource(tensor) == sources) {
            users.computeIfAbsent(tensor, t -> new ArrayList<>()).add(i);
          }
        }
      }
    }
    for (List<Integer> loops : users.values()) {
      for (int i = 1; i < loops.size(); i++) {
        mergeIfWorthIt(now(loops.get(i - 1)), now(loops.get(i)));
      }
    }
  }

  private boolean passesThrough(Tensor node, int draft) {
    return node.shape().equals(drafts.get(draft).space());
  }

  private void mergeIfWorthIt(int a, int b) {
    int first = places[a] < places[b] ? a : b;
    int second = first == a ? b : a;
    if (first != second && savesMoreThanItKeeps(first, second)) {
      mergeIfPossible(first, second);
    }
  }

  private boolean savesMoreThanItKeeps(int first, int second) {
    Set<Tensor> own = drafts.get(first).reads();
    Set<Tensor> others = drafts.get(second).reads();
    long saved =
        others.stream()
            .filter(t -> passesThrough(t, first))
            .filter(t -> own.contains(t) || now(writers[Fusion.stored(t).id()]) == first)
            .count();
    long kept =
        own.stream()
            .filter(t -> passesThrough(t, first))
            .filter(t -> !others.contains(t) && !Levels.isSource(Fusion.stored(t)))
            .count();
    return saved > kept;
  }

  /** Loops of one level and space save the cost of a stage if they are one. */
  private void mergeLevels() {
    for (int i = 1; i < drafts.size(); i++) {
      int earlier = i - 1;
      while (earlier >= 0 && drafts.get(earlier).level() == drafts.get(i).level()) {
        if (now(earlier) != now(i) && drafts.get(earlier).fits(drafts.get(i))) {
          int a = now(earlier);
          int b = now(i);
          mergeIfPossible(places[a] < places[b] ? a : b, places[a] < places[b] ? b : a);
          break;
        }
        earlier--;
      }
    }
  }

  /** Where a draft is now, after all merging. */
  private int now(int draft) {
    if (draft == GAP) {
      return GAP;
    }
    int at = draft;
    while (into[at] != at) {
      into[at] = into[into[at]];
      at = into[at];
    }
    return at;
  }

  private void mergeIfPossible(int first, int second) {
    if (!drafts.get(first).fits(drafts.get(second)) || !passesByValue(first, second)) {
      return;
    }
    Set<Integer> waiting = waiting(first, second);
    if (waiting != null) {
      drafts.get(second).addAll(drafts.get(first));
      followers.get(second).addAll(followers.get(first));
      into[first] = second;
      place(first, second, waiting);
    }
  }

  /** Whether the second reads nothing of the first but what it can read value by value. */
  private boolean passesByValue(int first, int second) {
    for (Tensor node : drafts.get(second).all()) {
      for (Tensor operand : node.operands()) {
        boolean passed = now(writers[Fusion.stored(operand).id()]) == first;
        if (passed && !Levels.mayShareLoop(node, operand)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * What stands between the two and waits for the first; null if the second waits for that, or if
   * it is too much.
   */
  private Set<Integer> waiting(int first, int second) {
    Set<Integer> waiting = new HashSet<>();
    List<Integer> open = new ArrayList<>(List.of(first));
    while (!open.isEmpty()) {
      int draft = open.remove(open.size() - 1);
      for (int follower : followers.get(draft)) {
        int next = now(follower);
        if (next == second && draft != first || waiting.size() > FARTHEST) {
          return null;
        }
        if (places[next] < places[second] && next != draft && waiting.add(next)) {
          open.add(next);
        }
      }
    }
    return waiting;
  }

  /** The merged draft goes before what waits for it and after all else that stood between. */
  private void place(int first, int second, Set<Integer> waiting) {
    int from = places[first];
    int to = places[second];
    int[] between = Arrays.copyOfRange(order, from + 1, to);
    int at = from;
    order[at++] = GAP;
    for (int draft : between) {
      if (!waiting.contains(draft)) {
        order[at++] = draft;
      }
    }
    order[at++] = second;
    for (int draft : between) {
      if (waiting.contains(draft)) {
        order[at++] = draft;
      }
    }
    for (int i = from; i <= to; i++) {
      if (order[i] != GAP) {
        places[order[i]] = i;
      }
    }
  }
}
