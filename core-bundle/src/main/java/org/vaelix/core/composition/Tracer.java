package org.vaelix.core.composition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vaelix.core.analysis.Formula;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.ShapeException;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Inference;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Terms;
import org.vaelix.core.training.Optimiser;

/**
 * Traces a model into graphs. Each graph has the inputs {@link #VALUES} and {@link #WEIGHTS} (but
 * for generation), {@link #MASK} if values may be missing (likewise) and one input for each
 * condition, and the same variable names, so that values move freely between programs.
 *
 * @param model what is traced
 * @param eventShape the shape of one observation
 * @param moments of the training rows
 * @param conditions that the recipe declares
 * @param isMasked whether values may be missing
 */
public record Tracer(
    PartSpec<Model> model,
    Shape eventShape,
    Moments moments,
    List<Condition> conditions,
    boolean isMasked) {
  /** Input: the rows, (rows, event shape…). */
  public static final String VALUES = "values";

  /** Input: how much each row counts, (rows,). */
  public static final String WEIGHTS = "weights";

  /** Input: 1 where a value was observed, else 0, (rows, event shape…). */
  public static final String MASK = "mask";

  /** What comes before a condition's name in the name of its input, (rows, its width). */
  public static final String CONDITION_PREFIX = "condition/";

  /** Input of the training step: the number of the step, a scalar. */
  public static final String STEP = "optimiser/step";

  /** Input of the training step: the learning rate, a scalar. */
  public static final String LEARNING_RATE = "optimiser/learningRate";

  /** Output: the weighted mean of the loss plus the penalty, a scalar. */
  public static final String LOSS = "loss";

  /** Prefix of the outputs that have one number, or one vector, for each row. */
  public static final String ROW = "row/";

  /** Output of the evaluation: ln p of the null model, (rows,). */
  public static final String NULL_MODEL = ROW + "nullModel";

  /** Prefix of the outputs that describe a distribution of values. */
  public static final String PARAMETER = "parameter/";

  /** Output: the expected values, (rows, event shape…). */
  public static final String EXPECTED = "expected";

  /** Output of the weighing: ln (p(x, z) / q(z | x)) of draws z of q, (draws, rows), in nats. */
  public static final String LOG_WEIGHTS = "logWeights";

  /** Prefix of the inputs of a measurement that an analysis gives beside the rows. */
  public static final String GIVEN_PREFIX = "given/";

  /** Prefix of the inputs of the weighing that hold noise, (draws, rows, …). */
  public static final String NOISE_PREFIX = "noise/";

  /**
   * Creates a tracer without conditions, for rows of which every value was observed.
   *
   * @param model what is traced
   * @param eventShape the shape of one observation
   * @param moments of the training rows
   */
  public Tracer(PartSpec<Model> model, Shape eventShape, Moments moments) {
    this(model, eventShape, moments, List.of(), false);
  }

  /**
   * {@return a step of training: outputs {@link #LOSS} and the rows' measures, updates everything}
   *
   * @param rows in a batch
   * @param optimiser how parameters follow their gradients
   * @param clipping bounds on the gradients
   */
  public Traced trainingStep(int rows, Optimiser optimiser, Clipping clipping) {
    return inModelTerms(() -> traceTrainingStep(rows, optimiser, clipping));
  }

  private Traced traceTrainingStep(int rows, Optimiser optimiser, Clipping clipping) {
    Trace trace = trace(rows, true);
    Terms terms = trace.model.terms(trace.batch);
    Tensor loss = outputTerms(trace, terms);
    List<Variable> trained =
        trace.graph.variables().stream().filter(Variable::isTrainable).toList();
    List<Tensor> gradients = Gradients.of(loss, trained.stream().map(Variable::tensor).toList());
    OptimiserStep.addTo(trace.graph, optimiser, trained, clipping.apply(gradients));
    return trace.finished();
  }

  /**
   * {@return an evaluation: outputs {@link #LOSS}, the rows' measures and {@link #NULL_MODEL}}
   *
   * @param rows in a batch
   */
  public Traced evaluation(int rows) {
    return inModelTerms(() -> traceEvaluation(rows));
  }

  private Traced traceEvaluation(int rows) {
    Trace trace = trace(rows, false);
    outputTerms(trace, trace.model.terms(trace.batch));
    ConditionalDistribution nullModel =
        trace.model.likelihood().nullModel(moments, trace.batch.conditions());
    Tensor perValue = nullModel.logDensity(trace.batch.values());
    trace.graph.output(NULL_MODEL, trace.batch.sumOverEvent(perValue));
    return trace.finished();
  }

  /**
   * {@return a weighing of draws: output {@link #LOG_WEIGHTS}; the noise of the draws is an input}
   *
   * @param rows in a batch
   * @param draws of the posterior for each row
   */
  public Weighing weighing(int rows, int draws) {
    DrawInputs noise = new DrawInputs(draws, rows);
    Traced traced =
        inModelTerms(
            () -> {
              Graph graph = new Graph();
              Trace trace =
                  trace(new TraceContext(graph, eventShape, moments, conditions, noise), rows);
              graph.output(LOG_WEIGHTS, trace.model.logWeights(trace.batch, draws));
              return trace.finished();
            });
    return new Weighing(traced.graph(), noise.distributions());
  }

  /**
   * A traced weighing.
   *
   * @param graph ready to be compiled
   * @param noise by the input's name, what it must be filled with: {@link Op#NORMAL} or {@link
   *     Op#UNIFORM}
   */
  public record Weighing(Graph graph, Map<String, Op> noise) {}

  /**
   * {@return an encoding: outputs what {@link Model#encode} gives, by its names}
   *
   * @param rows in a batch
   */
  public Traced encoding(int rows) {
    return inModelTerms(() -> traceEncoding(rows));
  }

  private Traced traceEncoding(int rows) {
    Trace trace = trace(rows, false);
    trace.model.encode(trace.batch).forEach(trace.graph::output);
    return trace.finished();
  }

  /**
   * {@return a reconstruction: outputs {@link #EXPECTED} and the distribution's parameters}
   *
   * @param rows in a batch
   */
  public Traced reconstruction(int rows) {
    return inModelTerms(() -> traceReconstruction(rows));
  }

  private Traced traceReconstruction(int rows) {
    Trace trace = trace(rows, false);
    outputDistribution(trace.graph, trace.model.reconstruct(trace.batch), rows);
    return trace.finished();
  }

  /**
   * {@return a generation from the prior: outputs {@link #EXPECTED} and the distribution's
   * parameters}
   *
   * @param rows in a batch
   */
  public Traced generation(int rows) {
    return inModelTerms(() -> traceGeneration(rows));
  }

  private Traced traceGeneration(int rows) {
    Graph graph = new Graph();
    TraceContext context = new TraceContext(graph, eventShape, moments, conditions, false);
    Model made = model.create(context);
    outputDistribution(graph, made.generate(conditions(graph, rows)), rows);
    return new Traced(graph, context.schedules(), made);
  }

  /**
   * {@return a generation from the prior with the skips of given rows: outputs {@link #EXPECTED}
   * and the distribution's parameters}
   *
   * @param rows in a batch
   */
  public Traced generationLike(int rows) {
    return inModelTerms(
        () -> {
          Trace trace = trace(rows, false);
          outputDistribution(trace.graph, trace.model.generate(trace.batch), rows);
          return trace.finished();
        });
  }

  /**
   * {@return a formula on the model applied to rows: outputs what it gives, by its names; inputs
   * {@link #GIVEN_PREFIX} with the names of what is given}
   *
   * @param rows in a batch
   * @param formula to be computed
   * @param given shapes of what is given beside the rows, by name
   */
  public Traced measurement(int rows, Formula formula, Map<String, Shape> given) {
    return inModelTerms(
        () -> {
          Trace trace = trace(rows, false);
          Map<String, Tensor> inputs = new LinkedHashMap<>();
          given.forEach((n, s) -> inputs.put(n, trace.graph.input(GIVEN_PREFIX + n, s)));
          Inference inference = trace.model.inference(trace.batch);
          formula.of(inference, inputs).forEach(trace.graph::output);
          return trace.finished();
        });
  }

  /** Shapes that do not fit are a mistake in the model, not in this code. */
  private static Traced inModelTerms(Supplier<Traced> tracing) {
    try {
      return tracing.get();
    } catch (ShapeException e) {
      throw new ModelException("the model's parts do not fit together: " + e.getMessage());
    }
  }

  private Trace trace(int rows, boolean training) {
    return trace(new TraceContext(new Graph(), eventShape, moments, conditions, training), rows);
  }

  private Trace trace(TraceContext context, int rows) {
    Graph graph = context.graph();
    Shape shape = eventShape.prepend(rows);
    Tensor values = graph.input(VALUES, shape);
    Tensor weights = graph.input(WEIGHTS, Shape.of(rows));
    Optional<Tensor> mask = isMasked ? Optional.of(graph.input(MASK, shape)) : Optional.empty();
    Batch batch = new Batch(values, weights, mask, conditions(graph, rows).weighted(weights));
    return new Trace(graph, context, model.create(context), batch);
  }

  private Conditions conditions(Graph graph, int rows) {
    Map<String, Tensor> columns = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      String input = CONDITION_PREFIX + condition.name();
      columns.put(condition.name(), graph.input(input, Shape.of(rows, condition.width())));
    }
    return new Conditions(rows, columns);
  }

  private static Tensor outputTerms(Trace trace, Terms terms) {
    Tensor weights = trace.batch.weights();
    Tensor mean = terms.loss().multiply(weights).sum().divide(weights.sum());
    Tensor loss = terms.penalty().map(mean::add).orElse(mean);
    trace.graph.output(LOSS, loss);
    trace.graph.output(ROW + LOSS, terms.loss());
    terms.measures().forEach((name, measure) -> trace.graph.output(ROW + name, measure));
    return loss;
  }

  private void outputDistribution(Graph graph, ConditionalDistribution distribution, int rows) {
    Shape values = eventShape.prepend(rows);
    graph.output(EXPECTED, distribution.mean().broadcast(values));
    Map<String, Tensor> parameters = distribution.parameters();
    parameters.forEach((name, p) -> graph.output(PARAMETER + name, p.broadcast(values)));
  }

  private record Trace(Graph graph, TraceContext context, Model model, Batch batch) {
    Traced finished() {
      return new Traced(graph, context.schedules(), model);
    }
  }
}
