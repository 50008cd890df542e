package org.vaelix.core.internal.run;

import java.nio.file.Path;
import java.util.List;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.internal.data.Partition;
import org.vaelix.core.internal.data.Preparation;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.Moments;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.PartUse;
import org.vaelix.core.recipe.Recipe;

/**
 * A recipe with its rows read, checked and split, ready to be traced.
 *
 * @param loaded the recipe and the parts it leases
 * @param dataset preprocessed and admitted by the likelihood
 * @param dataHash SHA-256 of the rows as read
 * @param partition which rows train, validate and test
 * @param tracer of the model
 */
public record Experiment(
    LoadedRecipe loaded, Dataset dataset, String dataHash, Partition partition, Tracer tracer)
    implements AutoCloseable {

  /**
   * {@return an experiment, which owns the recipe's leases}
   *
   * @param loaded the recipe
   * @throws DataException if rows cannot be read or do not fit the likelihood
   */
  public static Experiment prepare(LoadedRecipe loaded) {
    Recipe recipe = loaded.recipe();
    Dataset raw = recipe.data().read(new DataSource.Context(folder(recipe), recipe.seed()));
    if (raw.rows() == 0 || raw.eventShape().elements() == 0) {
      throw new DataException(raw.origin() + " has no values");
    }
    Dataset dataset = Preparation.preprocess(raw, recipe.preprocess());
    checkNumbers(dataset);
    Partition partition = Partition.of(dataset, recipe.split(), recipe.seed());
    Moments moments = Preparation.moments(dataset.values(), partition.train());
    Tracer tracer = new Tracer(recipe.model(), dataset.eventShape(), moments);
    checkSupport(loaded, dataset, tracer);
    Experiment made = new Experiment(loaded, dataset, DataHash.of(raw), partition, tracer);
    TrainingChecks.check(made);
    return made;
  }

  /** The folder against which data files are resolved. */
  static Path folder(Recipe recipe) {
    return Path.of(recipe.dataFolder().orElse(""));
  }

  /** Before moments are taken: one NaN would spoil them all. */
  private static void checkNumbers(Dataset dataset) {
    Preparation.checkNumbers(dataset);
  }

  static void checkSupport(LoadedRecipe loaded, Dataset dataset, Tracer tracer) {
    Model model = tracer.evaluation(1).model();
    String likelihood =
        loaded.parts().stream()
            .map(PartUse::part)
            .filter(part -> part.kind().equals("likelihood"))
            .map(part -> part.type())
            .findFirst()
            .orElse("of the model");
    Preparation.check(dataset, model.likelihood().support(), likelihood);
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
