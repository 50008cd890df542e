package org.vaelix.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.training.Optimiser;

/**
 * An optimiser on its way down ½ Σ cᵢ (θᵢ − aᵢ)² with c = (1, 3, ½) and a = (0.3, −1.5, 1), on the
 * reference backend.
 */
public final class Descent implements AutoCloseable {
  private static final double[] MINIMUM = {0.3, -1.5, 1};
  private static final double[] CURVATURE = {1, 3, 0.5};
  private static final Shape SHAPE = Shape.of(3);
  private static final String PARAMETER = "theta";

  private final Graph graph = new Graph();
  private final Optimiser optimiser;
  private final Memory memory;
  private final Program program;
  private long done;

  /**
   * Starts a descent.
   *
   * @param optimiser that makes it
   * @param start first values of θ, three
   */
  public Descent(Optimiser optimiser, double... start) {
    this.optimiser = optimiser;
    Tensor theta = graph.parameter(PARAMETER, SHAPE, (shape, random) -> start.clone());
    Tensor offset = theta.subtract(graph.constant(SHAPE, MINIMUM));
    Tensor loss = offset.square().multiply(graph.constant(SHAPE, CURVATURE)).sum().multiply(0.5);
    memory = new Memory();
    Tensor gradient = Gradients.of(loss, List.of(theta)).get(0);
    graph.update(theta, optimiser.next(theta, gradient, memory));
    program = Backends.compile(Backends.reference(), graph);
    program.write(PARAMETER, HostArray.of(SHAPE, start.clone()));
  }

  /**
   * Makes steps at the learning rate that the optimiser's schedule has.
   *
   * @param steps to be made
   * @param planned steps of the whole run
   */
  public void run(int steps, int planned) {
    for (int i = 0; i < steps; i++) {
      runAtRate(1, optimiser.learningRate().at(done / (double) planned));
    }
  }

  /** {@return a, where the minimum is} */
  public static double[] minimum() {
    return MINIMUM.clone();
  }

  void runAtRate(int steps, double rate) {
    for (int i = 0; i < steps; i++) {
      done++;
      program.run(
          1,
          done,
          Map.of(
              "step", HostArray.of(Shape.scalar(), done),
              "learningRate", HostArray.of(Shape.scalar(), rate)));
    }
  }

  /** Takes over where another one stands. */
  void resume(Descent other) {
    graph
        .variables()
        .forEach(variable -> program.write(variable.name(), other.program.read(variable.name())));
    done = other.done;
  }

  /** {@return θ where it stands, a copy} */
  public double[] parameter() {
    return program.read(PARAMETER).toDoubles();
  }

  Set<String> recalled() {
    return memory.recalled;
  }

  Set<String> remembered() {
    return memory.remembered;
  }

  @Override
  public void close() {
    program.close();
  }

  private final class Memory implements Optimiser.Update {
    final Set<String> recalled = new HashSet<>();
    final Set<String> remembered = new HashSet<>();
    private final Tensor rate = graph.input("learningRate", Shape.scalar());
    private final Tensor step = graph.input("step", Shape.scalar());

    @Override
    public Tensor learningRate() {
      return rate;
    }

    @Override
    public Tensor step() {
      return step;
    }

    @Override
    public Tensor recall(String name) {
      recalled.add(name);
      return state(name);
    }

    @Override
    public void remember(String name, Tensor value) {
      remembered.add(name);
      graph.update(state(name), value);
    }

    private Tensor state(String name) {
      return graph.state(name, SHAPE, (shape, random) -> new double[shape.elements()]);
    }
  }
}
