package org.vaelix.core.internal.run;

import java.util.List;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.internal.data.Partition;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.internal.data.Statistics;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Recipe;

/**
 * A recipe with its rows read, checked and split, ready to be traced.
 *
 * @param loaded the recipe and the parts it leases
 * @param dataset preprocessed and admitted by the likelihood
 * @param dataHash SHA-256 of the rows as read
 * @param partition which rows train, validate and test
 * @param statistics of the training rows
 * @param rows the dataset as programs take it
 * @param tracer of the model
 */
public record Experiment(
    LoadedRecipe loaded,
    Dataset dataset,
    String dataHash,
    Partition partition,
    Statistics statistics,
    Rows rows,
    Tracer tracer)
    implements AutoCloseable {

  /**
   * {@return an experiment, which owns the recipe's leases}
   *
   * @param loaded the recipe
   * @throws DataException if rows cannot be read or do not fit the likelihood
   */
  public static Experiment prepare(LoadedRecipe loaded) {
    Recipe recipe = loaded.recipe();
    RecipeRows read = RecipeRows.read(loaded);
    Dataset dataset = read.dataset();
    Partition partition = Partition.of(dataset, recipe.split(), recipe.seed());
    Statistics statistics = Statistics.of(dataset, recipe, partition.train());
    Tracer tracer = statistics.tracer(recipe);
    read.checkSupport(tracer);
    Experiment made =
        new Experiment(
            loaded,
            dataset,
            DataHash.of(read.raw()),
            partition,
            statistics,
            statistics.rows(dataset, recipe),
            tracer);
    TrainingChecks.check(made);
    return made;
  }

  /**
   * {@return this experiment, with the same rows, on other parts}
   *
   * @param fresh the same recipe with other parts, whose leases it owns
   */
  Experiment with(LoadedRecipe fresh) {
    Tracer other = statistics.tracer(fresh.recipe());
    Experiment made = new Experiment(fresh, dataset, dataHash, partition, statistics, rows, other);
    TrainingChecks.check(made);
    return made;
  }

  /** {@return what the schedules do within the planned steps} */
  public List<String> schedules() {
    return plannedSteps().describe();
  }

  PlannedSteps plannedSteps() {
    return PlannedSteps.of(loaded, partition.train().length);
  }

  /** {@return how many rows are computed at once} */
  int batchSize() {
    return Math.min(loaded.recipe().training().batchSize(), partition.train().length);
  }

  @Override
  public void close() {
    loaded.close();
  }
}
