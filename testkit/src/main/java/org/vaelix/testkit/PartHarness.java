package org.vaelix.testkit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.TraceContext;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Moments;
import org.vaelix.core.random.PhiloxRandom;

/**
 * One trace for a test: a fresh graph, a context to make parts in, inputs with values, and their
 * formulas' values on the reference backend. Variables start as their initialisers say, scheduled
 * scalars have their final value.
 */
public final class PartHarness {
  private final TraceContext context;
  private final Map<String, double[]> inputs = new LinkedHashMap<>();
  private final Map<String, double[]> variables = new LinkedHashMap<>();
  private long seed = 1;
  private double disturbance;
  private int outputs;

  private PartHarness(TraceContext context) {
    this.context = context;
  }

  /**
   * {@return a harness without a latent space}
   *
   * @param eventShape the shape of one observation
   * @param moments of the training rows
   * @param training whether the trace is for training
   */
  public static PartHarness of(Shape eventShape, Moments moments, boolean training) {
    return new PartHarness(new TraceContext(new Graph(), eventShape, moments, training));
  }

  /**
   * {@return a harness for data with conditions, without a latent space}
   *
   * @param eventShape the shape of one observation
   * @param moments of the training rows
   * @param conditions that a recipe declares
   * @param training whether the trace is for training
   */
  public static PartHarness of(
      Shape eventShape, Moments moments, List<Condition> conditions, boolean training) {
    return new PartHarness(
        new TraceContext(new Graph(), eventShape, moments, conditions, training));
  }

  /**
   * {@return a harness for data with conditions outside of training, with standard moments}
   *
   * @param eventShape the shape of one observation
   * @param conditions that a recipe declares
   * @param latentSize of the latent space
   */
  public static PartHarness of(Shape eventShape, List<Condition> conditions, int latentSize) {
    Moments moments = Moments.standard(eventShape.elements());
    TraceContext context = new TraceContext(new Graph(), eventShape, moments, conditions, false);
    return new PartHarness(context.withLatentSize(latentSize));
  }

  /**
   * {@return a harness outside of training, with standard moments}
   *
   * @param eventShape the shape of one observation
   * @param latentSize of the latent space
   */
  public static PartHarness of(Shape eventShape, int latentSize) {
    Moments moments = Moments.standard(eventShape.elements());
    TraceContext context = new TraceContext(new Graph(), eventShape, moments, false);
    return new PartHarness(context.withLatentSize(latentSize));
  }

  /** {@return the context to make parts in} */
  public TraceContext context() {
    return context;
  }

  /** {@return the graph} */
  public Graph graph() {
    return context.graph();
  }

  /**
   * Chooses the noise and the first values of variables.
   *
   * @param chosen any number; 1 unless called
   */
  public void seed(long chosen) {
    seed = chosen;
  }

  /**
   * {@return an input that has these values}
   *
   * @param name unique among inputs
   * @param shape of the input
   * @param values in row-major order
   */
  public Tensor given(String name, Shape shape, double... values) {
    Tensor input = graph().input(name, shape);
    inputs.put(name, values.clone());
    return input;
  }

  /**
   * {@return the conditions that the context declares, as inputs {@code condition/<name>}}
   *
   * @param rows how many
   * @param numbers of a condition in a row, as many as its width
   */
  public Conditions conditions(int rows, BiFunction<Condition, Integer, double[]> numbers) {
    Map<String, Tensor> columns = new LinkedHashMap<>();
    context
        .conditions()
        .forEach(
            (name, condition) -> {
              double[] all =
                  IntStream.range(0, rows)
                      .boxed()
                      .flatMapToDouble(row -> Arrays.stream(numbers.apply(condition, row)))
                      .toArray();
              columns.put(
                  name,
                  given(Tracer.CONDITION_PREFIX + name, Shape.of(rows, condition.width()), all));
            });
    return new Conditions(rows, columns);
  }

  /**
   * {@return a condition whose mean is that of {@link #plausible} numbers, seen by both networks}
   *
   * @param name of the condition
   * @param kind of the condition
   * @param width how many numbers it has for each row
   * @param rows how many training rows there are
   */
  public static Condition condition(String name, Condition.Kind kind, int width, int rows) {
    boolean isCategory = kind == Condition.Kind.CATEGORY;
    List<String> levels =
        isCategory ? IntStream.range(0, width).mapToObj(i -> "level" + i).toList() : List.of();
    Condition zero = new Condition(name, kind, levels, new double[width], Condition.Networks.BOTH);
    double[] mean = new double[width];
    for (int row = 0; row < rows; row++) {
      double[] numbers = plausible(zero, row);
      Arrays.setAll(mean, i -> mean[i] + numbers[i] / rows);
    }
    return new Condition(name, kind, levels, mean, Condition.Networks.BOTH);
  }

  /**
   * {@return plausible numbers of a condition: levels in turn, exposures around 1, other numbers
   * between −1 and 1}
   *
   * @param condition whose numbers
   * @param row of the row
   */
  public static double[] plausible(Condition condition, int row) {
    double[] numbers = new double[condition.width()];
    switch (condition.kind()) {
      case CATEGORY -> numbers[row % numbers.length] = 1;
      case EXPOSURE -> Arrays.setAll(numbers, i -> 0.5 + 0.3 * ((row + i) % 5));
      default -> Arrays.setAll(numbers, i -> Math.sin(row + 10.0 * i + 1));
    }
    return numbers;
  }

  /**
   * Gives a variable a value other than its first.
   *
   * @param name qualified
   * @param values in row-major order
   */
  public void set(String name, double... values) {
    variables.put(name, values.clone());
  }

  /**
   * Moves all trainable variables away from their first values, which often hide what a formula
   * does with them: zeros, ones, all alike.
   *
   * @param deviation standard deviation of what is added to each number
   */
  public void disturbParameters(double deviation) {
    disturbance = deviation;
  }

  /**
   * {@return a generator that belongs to this purpose alone}
   *
   * @param purpose for example {@code "draws"}
   */
  public RandomGenerator random(String purpose) {
    return new PhiloxRandom(seed, purpose, 0);
  }

  /**
   * {@return the values of a tensor, in row-major order}
   *
   * @param tensor of this harness's graph
   */
  public double[] values(Tensor tensor) {
    try (Evaluation evaluation = compile(List.of(tensor))) {
      return evaluation.run().get(0);
    }
  }

  /**
   * {@return a program that computes these tensors, to be run more than once}
   *
   * @param tensors of this harness's graph
   */
  public Evaluation compile(List<Tensor> tensors) {
    return compile(Backends.reference(), tensors);
  }

  /**
   * {@return a program that computes these tensors on a backend, to be run more than once}
   *
   * @param backend where
   * @param tensors of this harness's graph
   */
  public Evaluation compile(Backend<?> backend, List<Tensor> tensors) {
    List<String> names = tensors.stream().map(this::output).toList();
    Evaluation evaluation = new Evaluation(Backends.compile(backend, graph()), names, seed);
    graph().inputs().forEach((name, node) -> evaluation.set(name, inputValue(name, node)));
    for (Variable variable : graph().variables()) {
      evaluation.setVariable(
          variable.name(), HostArray.of(variable.shape(), variableValue(variable)));
    }
    return evaluation;
  }

  private String output(Tensor tensor) {
    String name = "testkit/" + outputs++;
    graph().output(name, tensor);
    return name;
  }

  private HostArray inputValue(String name, Tensor node) {
    double[] values =
        context.schedules().containsKey(name)
            ? new double[] {context.schedules().get(name).finalValue()}
            : inputs.get(name);
    if (values == null) {
      throw new IllegalStateException("input '" + name + "' was not made with given(…)");
    }
    return HostArray.of(node.shape(), values.clone());
  }

  private double[] variableValue(Variable variable) {
    double[] chosen = variables.get(variable.name());
    return chosen != null ? chosen.clone() : firstValue(variable);
  }

  private double[] firstValue(Variable variable) {
    double[] first =
        variable.initialiser().values(variable.shape(), random("first/" + variable.name()));
    if (disturbance > 0 && variable.isTrainable()) {
      RandomGenerator random = random("disturbance/" + variable.name());
      Arrays.setAll(first, i -> first[i] + disturbance * random.nextGaussian());
    }
    return first;
  }
}
