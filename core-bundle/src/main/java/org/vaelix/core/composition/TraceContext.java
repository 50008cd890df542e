package org.vaelix.core.composition;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.core.training.Schedule;

/**
 * The context of one trace. Created by whoever traces a graph, a run or a test; handed from part to
 * part. Not thread-safe, like the graph it writes.
 */
public final class TraceContext implements ModelContext {
  /** What comes before the qualified name of a scheduled scalar in the name of its input. */
  public static final String SCHEDULE_PREFIX = "schedule/";

  private final Trace trace;
  private final String path;
  private final int latentSize;

  /**
   * Creates the outermost context of a trace, without a latent space.
   *
   * @param graph to be written
   * @param eventShape the shape of one observation
   * @param moments of each value of an observation over the training rows
   * @param training whether the graph is a training step
   */
  public TraceContext(Graph graph, Shape eventShape, Moments moments, boolean training) {
    this(graph, eventShape, moments, List.of(), training);
  }

  /**
   * Creates the outermost context of a trace with conditions, without a latent space.
   *
   * @param graph to be written
   * @param eventShape the shape of one observation
   * @param moments of each value of an observation over the training rows
   * @param conditions that the recipe declares
   * @param training whether the graph is a training step
   */
  public TraceContext(
      Graph graph,
      Shape eventShape,
      Moments moments,
      List<Condition> conditions,
      boolean training) {
    this(
        new Trace(graph, eventShape, moments, byName(conditions), training, NoiseMaker.NODES),
        "",
        0);
  }

  /** The outermost context of a trace that is not for training and makes its noise in a way. */
  TraceContext(
      Graph graph,
      Shape eventShape,
      Moments moments,
      List<Condition> conditions,
      NoiseMaker noise) {
    this(new Trace(graph, eventShape, moments, byName(conditions), false, noise), "", 0);
  }

  private static Map<String, Condition> byName(List<Condition> conditions) {
    Map<String, Condition> byName = new LinkedHashMap<>();
    conditions.forEach(condition -> byName.put(condition.name(), condition));
    return Collections.unmodifiableMap(byName);
  }

  private TraceContext(Trace trace, String path, int latentSize) {
    this.trace = trace;
    this.path = path;
    this.latentSize = latentSize;
  }

  /** What all contexts of one trace share. */
  private record Trace(
      Graph graph,
      Shape eventShape,
      Moments moments,
      Map<String, Condition> conditions,
      boolean training,
      NoiseMaker noise,
      Map<String, Schedule> schedules,
      Map<String, Tensor> scheduled,
      Deque<String> open) {
    Trace(
        Graph graph,
        Shape eventShape,
        Moments moments,
        Map<String, Condition> conditions,
        boolean training,
        NoiseMaker noise) {
      this(
          graph,
          eventShape,
          moments,
          conditions,
          training,
          noise,
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new ArrayDeque<>());
    }
  }

  /**
   * {@return the schedules by the name of the scalar input that each run must give their value to;
   * empty unless the trace is for training}
   */
  public Map<String, Schedule> schedules() {
    return Collections.unmodifiableMap(trace.schedules);
  }

  @Override
  public Graph graph() {
    return trace.graph;
  }

  @Override
  public TraceContext scope(String name) {
    return new TraceContext(trace, qualified(name), latentSize);
  }

  /** A context opened inside of one that encloses it adds only what is not open yet. */
  @Override
  public Graph.Scope open() {
    String outer = trace.open.isEmpty() ? "" : trace.open.peek();
    if (path.equals(outer)) {
      return () -> {};
    }
    boolean inside = !outer.isEmpty() && path.startsWith(outer + "/");
    Graph.Scope scope = trace.graph.scope(inside ? path.substring(outer.length() + 1) : path);
    trace.open.push(path);
    return () -> {
      trace.open.pop();
      scope.close();
    };
  }

  @Override
  public Tensor parameter(String name, Shape shape, Initialiser initialiser) {
    return trace.graph.parameter(qualified(name), shape, initialiser);
  }

  @Override
  public Tensor state(String name, Shape shape, Initialiser initialiser) {
    return trace.graph.state(qualified(name), shape, initialiser);
  }

  @Override
  public Tensor normal(String name, Shape shape) {
    return trace.noise.make(trace.graph, Op.NORMAL, qualified(name), shape);
  }

  @Override
  public Tensor uniform(String name, Shape shape) {
    return trace.noise.make(trace.graph, Op.UNIFORM, qualified(name), shape);
  }

  @Override
  public Tensor scheduled(String name, Schedule schedule) {
    if (!trace.training) {
      return trace.graph.constant(schedule.finalValue());
    }
    String input = SCHEDULE_PREFIX + qualified(name);
    Schedule known = trace.schedules.putIfAbsent(input, schedule);
    if (known != null && !known.equals(schedule)) {
      throw new ModelException("'" + qualified(name) + "' follows another schedule already");
    }
    return trace.scheduled.computeIfAbsent(input, i -> trace.graph.input(i, Shape.scalar()));
  }

  @Override
  public boolean isTraining() {
    return trace.training;
  }

  @Override
  public Shape eventShape() {
    return trace.eventShape;
  }

  @Override
  public Moments moments() {
    return trace.moments;
  }

  @Override
  public Map<String, Condition> conditions() {
    return trace.conditions;
  }

  @Override
  public int latentSize() {
    if (latentSize == 0) {
      String place = path.isEmpty() ? "this model" : "'" + path + "'";
      throw new ModelException(
          place + " has no latent space; use a model kind with one, such as vae or autoencoder");
    }
    return latentSize;
  }

  @Override
  public TraceContext withLatentSize(int size) {
    return new TraceContext(trace, path, size);
  }

  private String qualified(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
