package org.vaelix.cpu.internal.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.vaelix.core.compile.Fusion;
import org.vaelix.core.compile.Stage;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;

/**
 * The place of every tensor in the program's memory. Sources have places of their own; what stages
 * write lives from the stage that writes it to the last that reads it. A variable's new value is
 * written over the old one where nothing needs the old one any more; other new values are copied
 * when all stages are done.
 */
public final class MemoryPlan {
  /** A copy of a whole tensor. */
  public record Copy(int from, int to, int count) {}

  private final Graph graph;
  private final List<Stage> stages;
  private final Map<Tensor, Integer> lastRead = new HashMap<>();
  private final Map<Object, Integer> offsets = new HashMap<>();
  private final Map<String, Integer> aside = new LinkedHashMap<>();
  private final Set<Tensor> inPlace = new HashSet<>();
  private final List<Copy> before = new ArrayList<>();
  private final List<Copy> after = new ArrayList<>();
  private long size;

  /**
   * Plans.
   *
   * @param graph simplified
   * @param stages of the graph
   * @param workspace how many floats each stage needs for itself
   */
  public MemoryPlan(Graph graph, List<Stage> stages, ToIntFunction<Stage> workspace) {
    this.graph = graph;
    this.stages = stages;
    for (int i = 0; i < stages.size(); i++) {
      for (Tensor read : stages.get(i).reads()) {
        lastRead.put(Fusion.stored(read), i);
      }
    }
    placeSources();
    setAside();
    replaceInPlace();
    placeResults(workspace);
    copyUpdates();
  }

  private void placeSources() {
    for (Tensor node : graph.nodes()) {
      switch (node.op()) {
        case INPUT, PARAMETER, STATE, CONSTANT -> offsets.put(node, take(node));
        default -> {}
      }
    }
  }

  private int take(Tensor tensor) {
    int offset = Math.toIntExact(size);
    size += Placement.aligned(tensor.shape().elements());
    return offset;
  }

  private static boolean isVariable(Tensor tensor) {
    return tensor.op() == Op.PARAMETER || tensor.op() == Op.STATE;
  }

  /** Old values of variables that outputs or updates repeat are copied before anything runs. */
  private void setAside() {
    graph.outputs().forEach((name, value) -> setAside("output " + name, value));
    graph.updates().forEach((name, value) -> setAside("update " + name, value));
  }

  private void setAside(String user, Tensor value) {
    Tensor stored = Fusion.stored(value);
    if (isVariable(stored)) {
      int to = take(stored);
      aside.put(user, to);
      before.add(new Copy(offsets.get(stored), to, stored.shape().elements()));
    }
  }

  private void replaceInPlace() {
    Set<Tensor> outputs = new HashSet<>();
    graph.outputs().values().forEach(t -> outputs.add(Fusion.stored(t)));
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i) instanceof Stage.Loop loop) {
        replaceInPlace(loop, i, List.of(), outputs);
      } else if (stages.get(i) instanceof Stage.Epilogue epilogue) {
        replaceInPlace(epilogue.loop(), i, epilogue.single().reads(), outputs);
      }
    }
  }

  /**
   * @param readElsewhere what the stage reads at other places than it is about to write
   */
  private void replaceInPlace(
      Stage.Loop loop, int stage, List<Tensor> readElsewhere, Set<Tensor> outputs) {
    Map<Tensor, Tensor> results = new HashMap<>();
    graph
        .updates()
        .forEach(
            (name, value) -> {
              Tensor variable = graph.variable(name).tensor();
              boolean fits =
                  loop.results().contains(value)
                      && !outputs.contains(value)
                      && lastRead.getOrDefault(variable, 0) <= stage
                      && isReadInStep(loop, variable)
                      && readElsewhere.stream().noneMatch(t -> Fusion.stored(t) == variable);
              if (fits && results.putIfAbsent(value, variable) == null) {
                offsets.put(value, offsets.get(variable));
                inPlace.add(value);
              }
            });
  }

  /** Whether the loop reads the variable, if at all, at the place it is about to write. */
  private static boolean isReadInStep(Stage.Loop loop, Tensor variable) {
    return loop.reads().stream()
        .filter(t -> Fusion.stored(t) == variable)
        .allMatch(t -> t.shape().equals(loop.space()));
  }

  private void placeResults(ToIntFunction<Stage> workspace) {
    Placement placement = new Placement();
    Set<Tensor> kept = new HashSet<>();
    graph.outputs().values().forEach(t -> kept.add(Fusion.stored(t)));
    graph.updates().values().forEach(t -> kept.add(Fusion.stored(t)));
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      for (Tensor written : stage.writes()) {
        if (!inPlace.contains(written)) {
          int last = kept.contains(written) ? stages.size() : lastRead.getOrDefault(written, i);
          placement.add(written, written.shape().elements(), i, last);
        }
      }
      int own = workspace.applyAsInt(stage);
      if (own > 0) {
        placement.add(stage, own, i, i);
      }
    }
    offsets.putAll(placement.place(Math.toIntExact(size)));
    size += placement.size();
  }

  private void copyUpdates() {
    graph
        .updates()
        .forEach(
            (name, value) -> {
              Variable variable = graph.variable(name);
              int to = offsets.get(variable.tensor());
              Integer set = aside.get("update " + name);
              int from = set == null ? offset(value) : set;
              if (from != to) {
                after.add(new Copy(from, to, variable.shape().elements()));
              }
            });
  }

  /**
   * {@return where a tensor lies}
   *
   * @param tensor a source, a result of a stage, or one of these reshaped
   */
  public int offset(Tensor tensor) {
    return offsets.get(Fusion.stored(tensor));
  }

  /**
   * {@return where an output lies after a run}
   *
   * @param name of the output
   */
  public int output(String name) {
    Integer set = aside.get("output " + name);
    return set == null ? offset(graph.outputs().get(name)) : set;
  }

  /**
   * {@return where a stage's workspace lies; 0 if it has none}
   *
   * @param stage of the graph
   */
  public int workspace(Stage stage) {
    return offsets.getOrDefault(stage, 0);
  }

  /**
   * {@return whether a result is written over the variable it is the new value of}
   *
   * @param result of a stage
   */
  public boolean isInPlace(Tensor result) {
    return inPlace.contains(result);
  }

  /** {@return copies to be made before the first stage} */
  public List<Copy> before() {
    return before;
  }

  /** {@return copies to be made after the last stage} */
  public List<Copy> after() {
    return after;
  }

  /** {@return how many floats the program needs} */
  public long size() {
    return size;
  }
}
