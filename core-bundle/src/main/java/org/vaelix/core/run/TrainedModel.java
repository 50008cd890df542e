package org.vaelix.core.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.internal.data.Coded;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.internal.run.Forward;
import org.vaelix.core.internal.run.GivenConditions;
import org.vaelix.core.internal.run.RowsReadOnce;
import org.vaelix.core.internal.run.RunReader;
import org.vaelix.core.internal.run.TrainedParts;
import org.vaelix.core.internal.run.TrainedSubject;
import org.vaelix.core.internal.training.Evaluator;
import org.vaelix.core.internal.training.ImportanceSampler;
import org.vaelix.core.internal.training.Variables;
import org.vaelix.core.model.Model;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Recipe;

/**
 * What a run has trained, ready to be applied. Rows are read when they are first asked for, and
 * kept until it is closed. Made by {@link Experiments}; for one thread.
 */
public final class TrainedModel implements AutoCloseable {
  private static final int BATCH = 256;
  private static final int MOST_TRAINING = 10_000;

  private final TrainedParts parts;
  private final Map<String, HostArray> variables;
  private final RowsReadOnce rows;

  private TrainedModel(TrainedParts parts, Map<String, HostArray> variables, Catalog catalog) {
    this.parts = parts;
    this.variables = variables;
    this.rows = new RowsReadOnce(parts, catalog);
  }

  static TrainedModel open(LoadedRecipe loaded, RunFiles files, Catalog catalog) {
    RunReader reader = new RunReader(files);
    Map<String, HostArray> variables = reader.weights();
    return new TrainedModel(TrainedParts.of(loaded, reader), variables, catalog);
  }

  /** {@return the run's summary with its scores computed anew} */
  public Summary evaluate() {
    TrainedParts.OwnRows own = rows.own();
    int size = Math.min(recipe().training().batchSize(), own.partition().train().length);
    return scored(own.rows(), own.partition().byName(), size);
  }

  /**
   * {@return the run's summary with the scores of other rows, as the one split {@code data}}
   *
   * @param data a file of the kind that the run was trained on
   */
  public Summary evaluate(Path data) {
    Rows others = rows.of(data);
    return scored(others, Map.of("data", all(others)), Math.min(BATCH, others.count()));
  }

  /**
   * {@return estimates of ln p(x) by split; nothing if it was cancelled}
   *
   * @param sampling how many draws
   * @throws org.vaelix.core.model.ModelException if the model has not the densities for it
   */
  public Optional<Map<String, LogLikelihood>> logLikelihood(Sampling sampling) {
    TrainedParts.OwnRows own = rows.own();
    return estimated(own.rows(), own.partition().byName(), sampling);
  }

  /**
   * {@return an estimate of ln p(x) of other rows, as the one split {@code data}; nothing if it was
   * cancelled}
   *
   * @param data a file of the kind that the run was trained on
   * @param sampling how many draws
   * @throws org.vaelix.core.model.ModelException if the model has not the densities for it
   */
  public Optional<Map<String, LogLikelihood>> logLikelihood(Path data, Sampling sampling) {
    Rows others = rows.of(data);
    return estimated(others, Map.of("data", all(others)), sampling);
  }

  private Optional<Map<String, LogLikelihood>> estimated(
      Rows rows, Map<String, int[]> splits, Sampling sampling) {
    try (ImportanceSampler sampler =
        new ImportanceSampler(
            parts.tracer(), recipe().backend()::compile, rows, sampling, recipe().seed())) {
      Variables.write(sampler.graph(), sampler.program(), variables);
      return sampler.estimate(splits);
    }
  }

  private static int[] all(Rows rows) {
    return IntStream.range(0, rows.count()).toArray();
  }

  private Summary scored(Rows rows, Map<String, int[]> splits, int size) {
    try (Evaluator evaluator =
        new Evaluator(parts.tracer(), recipe().backend()::compile, rows, size, recipe().seed())) {
      Variables.write(evaluator.graph(), evaluator.program(), variables);
      return parts.reader().summary(evaluator.score(splits), splits);
    }
  }

  /**
   * {@return the code of each row: the latent variables, or their posterior mean, (rows, latent
   * size)}
   *
   * @param data a file of the kind that the run was trained on
   */
  public HostArray encode(Path data) {
    return over(rows.of(data), parts.tracer()::encoding).get(Model.MEAN);
  }

  /**
   * {@return the expected values of each of the run's own rows, in the order of its data, decoded
   * from their codes, (rows, event shape…)}
   */
  public HostArray reconstruct() {
    return over(rows.own().rows(), parts.tracer()::reconstruction).get(Tracer.EXPECTED);
  }

  /**
   * {@return the expected values of each row, decoded from its code, (rows, event shape…)}
   *
   * @param data a file of the kind that the run was trained on
   */
  public HostArray reconstruct(Path data) {
    return over(rows.of(data), parts.tracer()::reconstruction).get(Tracer.EXPECTED);
  }

  private Map<String, HostArray> over(Rows rows, IntFunction<Traced> tracing) {
    int size = Math.min(BATCH, rows.count());
    return forward(tracing.apply(size), size).over(rows, recipe().seed());
  }

  /**
   * {@return new rows under conditions of training rows drawn at random: a draw of the prior,
   * decoded, and values drawn from the likelihood, (rows, event shape…)}
   *
   * @param rows how many, at least 1
   * @param seed equal seeds give equal rows
   */
  public HostArray sample(int rows, long seed) {
    return sample(rows, seed, Map.of());
  }

  /**
   * {@return new rows: a draw of the prior, decoded, and values drawn from the likelihood, (rows,
   * event shape…)}
   *
   * @param rows how many, at least 1
   * @param seed equal seeds give equal rows
   * @param conditions of all rows by name, as cells of a data file; those not given are the ones of
   *     training rows drawn at random, all of one row together
   */
  public HostArray sample(int rows, long seed, Map<String, String> conditions) {
    int size = Math.min(BATCH, rows);
    Map<String, Coded> given = GivenConditions.of(parts.statistics(), conditions, rows, seed);
    Traced traced = parts.tracer().generation(size);
    return drawn(traced, forward(traced, size).generate(rows, given, seed), rows, seed);
  }

  /**
   * {@return new rows: draws of the prior, decoded with the skips of given rows and under the
   * conditions of these, and values drawn from the likelihood, (rows, event shape…)}
   *
   * @param rows how many, at least 1; beyond the given ones these are taken in turn again
   * @param seed equal seeds give equal rows
   * @param like the rows whose skips are borrowed
   * @throws org.vaelix.core.model.ModelException if the model has no prior or no skips
   */
  public HostArray sample(int rows, long seed, RowChoice like) {
    Chosen chosen = choose(like);
    int[] order =
        IntStream.range(0, rows).map(i -> chosen.order[i % chosen.order.length]).toArray();
    int size = Math.min(BATCH, rows);
    Traced traced = parts.tracer().generationLike(size);
    return drawn(
        traced,
        forward(traced, size).over(chosen.rows, order, Map.of(), Map.of(), seed),
        rows,
        seed);
  }

  /** {@return how large the model is and how far its encoder sees} */
  public ModelOutline outline() {
    return ModelOutline.of(parts.tracer());
  }

  /**
   * {@return how many rows a choice means}
   *
   * @param choice of rows
   */
  public int count(RowChoice choice) {
    return choose(choice).order.length;
  }

  /**
   * {@return this model with rows, for analyses}
   *
   * @param choice of rows
   * @param most how many of them at most, at least 1; of more, some are drawn at random, always the
   *     same
   */
  public Subject subject(RowChoice choice, int most) {
    Chosen chosen = some(choose(choice), most);
    return subject(chosen, Optional.empty());
  }

  /**
   * {@return this model with rows and another one to be compared with it, for analyses}
   *
   * @param choice of rows
   * @param most how many of them at most, at least 1
   * @param other a model that was trained on the same data
   * @throws RunException if it was trained on others
   */
  public Subject subject(RowChoice choice, int most, TrainedModel other) {
    Chosen chosen = some(choose(choice), most);
    Rows same = choice.file().isPresent() ? other.rows.of(choice.file().get()) : shared(other);
    return subject(
        chosen, Optional.of(other.subject(new Chosen(same, chosen.order), Optional.empty())));
  }

  private Rows shared(TrainedModel other) {
    if (!rows.own().hash().equals(other.rows.own().hash())) {
      throw new RunException(
          "the two runs were trained on different data, whose rows cannot be compared; give a data"
              + " file with --rows that both can read");
    }
    return other.rows.own().rows();
  }

  private Subject subject(Chosen chosen, Optional<Subject> other) {
    return new TrainedSubject(
        parts, variables, chosen.rows, chosen.order, BATCH, this::trainingRows, other);
  }

  private Subject trainingRows() {
    TrainedParts.OwnRows own = rows.own();
    Chosen all = new Chosen(own.rows(), own.partition().train());
    return subject(some(all, MOST_TRAINING), Optional.empty());
  }

  private Chosen some(Chosen chosen, int most) {
    return new Chosen(chosen.rows, some(chosen.order, most, recipe().seed()));
  }

  /** Drawn without replacement (Fisher and Yates); ascending, as splits are. */
  private static int[] some(int[] order, int most, long seed) {
    if (order.length <= most) {
      return order;
    }
    int[] mixed = order.clone();
    PhiloxRandom random = new PhiloxRandom(seed, "analysis/rows", 0);
    for (int i = 0; i < most; i++) {
      int other = i + random.nextInt(mixed.length - i);
      int kept = mixed[i];
      mixed[i] = mixed[other];
      mixed[other] = kept;
    }
    return Arrays.stream(mixed).limit(most).sorted().toArray();
  }

  /**
   * {@return the splits that have rows, by name: {@code train}, {@code validation}, {@code test}}
   */
  public Map<String, Integer> splits() {
    Map<String, Integer> splits = new LinkedHashMap<>();
    rows.own().partition().byName().forEach((name, of) -> splits.put(name, of.length));
    splits.values().removeIf(count -> count == 0);
    return splits;
  }

  private record Chosen(Rows rows, int[] order) {}

  private Chosen choose(RowChoice choice) {
    if (choice.file().isPresent()) {
      Rows others = rows.of(choice.file().get());
      return new Chosen(others, choice.of(all(others), choice.file().get().toString()));
    }
    TrainedParts.OwnRows own = rows.own();
    int[] split = own.partition().byName().get(choice.split());
    return new Chosen(own.rows(), choice.of(split, "the run's split " + choice.split()));
  }

  private Forward forward(Traced traced, int size) {
    return new Forward(traced, recipe().backend(), variables, size);
  }

  /** Values drawn from the likelihood of each row. */
  private HostArray drawn(Traced traced, Map<String, HostArray> outputs, int rows, long seed) {
    HostArray sampled = outputs.get(Tracer.EXPECTED).copy();
    int event = parts.tracer().eventShape().elements();
    double[] values = new double[event];
    for (int row = 0; row < rows; row++) {
      PhiloxRandom random = new PhiloxRandom(seed, "sample", row);
      traced.model().likelihood().sample(parameters(outputs, row, event), values, random);
      sampled.copyFrom(HostArray.of(sampled.shape().with(0, 1), values), 0, row * event, event);
    }
    return sampled;
  }

  private static Map<String, double[]> parameters(
      Map<String, HostArray> outputs, int row, int event) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    outputs.forEach(
        (name, array) -> {
          if (name.startsWith(Tracer.PARAMETER)) {
            double[] values = new double[event];
            System.arraycopy(array.doubles(), row * event, values, 0, event);
            parameters.put(name.substring(Tracer.PARAMETER.length()), values);
          }
        });
    return parameters;
  }

  private Recipe recipe() {
    return parts.loaded().recipe();
  }

  @Override
  public void close() {
    parts.close();
  }
}
