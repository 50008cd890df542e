package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;

/**
 * The fourth stage of compiling: brings the stages into an order in which each comes after those
 * whose results it reads and, where that can be had, a variable's new value comes after all that
 * read the old one, so that it can take its place. Else they keep their order.
 */
public final class Ordering {
  private final List<Stage> stages;
  private final List<List<Integer>> next = new ArrayList<>();
  private final List<List<Integer>> better = new ArrayList<>();
  private final int[] waitsFor;
  private final int[] wouldWaitFor;

  private Ordering(Graph graph, List<Stage> stages) {
    this.stages = stages;
    this.waitsFor = new int[stages.size()];
    this.wouldWaitFor = new int[stages.size()];
    for (int i = 0; i < stages.size(); i++) {
      next.add(new ArrayList<>());
      better.add(new ArrayList<>());
    }
    Map<Tensor, Integer> writers = new HashMap<>();
    Map<Tensor, List<Integer>> readers = new HashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      for (Tensor written : stages.get(i).writes()) {
        writers.put(written, i);
      }
    }
    for (int i = 0; i < stages.size(); i++) {
      for (Tensor read : stages.get(i).reads()) {
        Tensor stored = Fusion.stored(read);
        readers.computeIfAbsent(stored, t -> new ArrayList<>()).add(i);
        Integer writer = writers.get(stored);
        if (writer != null) {
          edge(next, waitsFor, writer, i);
        }
      }
    }
    graph.updates().forEach((name, value) -> prefer(graph, name, value, writers, readers));
  }

  private void prefer(
      Graph graph,
      String variable,
      Tensor value,
      Map<Tensor, Integer> writers,
      Map<Tensor, List<Integer>> readers) {
    Integer writer = writers.get(Fusion.stored(value));
    if (writer != null) {
      Tensor old = graph.variable(variable).tensor();
      for (int reader : readers.getOrDefault(old, List.of())) {
        if (reader != writer) {
          edge(better, wouldWaitFor, reader, writer);
        }
      }
    }
  }

  private static void edge(List<List<Integer>> edges, int[] counts, int from, int to) {
    edges.get(from).add(to);
    counts[to]++;
  }

  /**
   * {@return the stages in order}
   *
   * @param graph simplified
   * @param stages of the graph
   */
  public static List<Stage> sort(Graph graph, List<Stage> stages) {
    return new Ordering(graph, stages).sorted();
  }

  private List<Stage> sorted() {
    List<Stage> sorted = new ArrayList<>();
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    PriorityQueue<Integer> possible = new PriorityQueue<>();
    boolean[] done = new boolean[stages.size()];
    for (int i = 0; i < done.length; i++) {
      offer(i, ready, possible);
    }
    while (sorted.size() < done.length) {
      Integer stage = ready.isEmpty() ? possible.poll() : ready.poll();
      if (stage == null) {
        throw new IllegalStateException("the stages wait for one another");
      }
      if (done[stage]) {
        continue;
      }
      done[stage] = true;
      sorted.add(stages.get(stage));
      for (int follower : next.get(stage)) {
        waitsFor[follower]--;
        offer(follower, ready, possible);
      }
      for (int follower : better.get(stage)) {
        wouldWaitFor[follower]--;
        offer(follower, ready, possible);
      }
    }
    return sorted;
  }

  private void offer(int stage, PriorityQueue<Integer> ready, PriorityQueue<Integer> possible) {
    if (waitsFor[stage] == 0) {
      (wouldWaitFor[stage] == 0 ? ready : possible).add(stage);
    }
  }
}
