package org.vaelix.core.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.internal.run.Experiment;
import org.vaelix.core.internal.run.ForeignRows;
import org.vaelix.core.internal.run.Forward;
import org.vaelix.core.internal.run.RunReader;
import org.vaelix.core.internal.training.Evaluator;
import org.vaelix.core.internal.training.Variables;
import org.vaelix.core.model.Model;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.recipe.BackendChoice;
import org.vaelix.core.recipe.Recipe;

/** What a run has trained, ready to be applied. Made by {@link Experiments}; for one thread. */
public final class TrainedModel implements AutoCloseable {
  private static final int BATCH = 256;

  private final Experiment experiment;
  private final RunReader reader;
  private final Map<String, HostArray> variables;
  private final Catalog catalog;

  private TrainedModel(Experiment experiment, RunReader reader, Catalog catalog) {
    this.experiment = experiment;
    this.reader = reader;
    this.variables = reader.weights();
    this.catalog = catalog;
  }

  static TrainedModel open(Experiment experiment, RunFiles files, Catalog catalog) {
    return new TrainedModel(experiment, new RunReader(files), catalog);
  }

  /** {@return the run's summary with its scores computed anew} */
  public Summary evaluate() {
    Recipe recipe = experiment.loaded().recipe();
    int size = recipe.training().batchSize();
    try (Evaluator evaluator =
        new Evaluator(
            experiment.tracer(),
            recipe.backend()::compile,
            experiment.dataset().values(),
            Math.min(size, experiment.partition().train().length),
            recipe.seed())) {
      Variables.write(evaluator.graph(), evaluator.program(), variables);
      return reader.summary(
          evaluator.score(experiment.partition().byName()), experiment.partition());
    }
  }

  /**
   * {@return the code of each row: the latent variables, or their posterior mean, (rows, latent
   * size)}
   *
   * @param data a file of the kind that the run was trained on
   */
  public HostArray encode(Path data) {
    Dataset rows = ForeignRows.read(experiment, data, catalog);
    int size = Math.min(BATCH, rows.rows());
    return new Forward(experiment.tracer().encoding(size), backend(), variables, size)
        .over(rows.values(), experiment.loaded().recipe().seed())
        .get(Model.MEAN);
  }

  /**
   * {@return new rows: a draw of the prior, decoded, and values drawn from the likelihood, (rows,
   * event shape…)}
   *
   * @param rows how many, at least 1
   * @param seed equal seeds give equal rows
   */
  public HostArray sample(int rows, long seed) {
    int size = Math.min(BATCH, rows);
    Traced traced = experiment.tracer().generation(size);
    Map<String, HostArray> outputs =
        new Forward(traced, backend(), variables, size).generate(rows, seed);
    HostArray sampled = outputs.get(Tracer.EXPECTED).copy();
    int event = experiment.tracer().eventShape().elements();
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

  private BackendChoice<?> backend() {
    return experiment.loaded().recipe().backend();
  }

  @Override
  public void close() {
    experiment.close();
  }
}
