package org.vaelix.core.internal.run;

import org.vaelix.core.composition.Tracer;
import org.vaelix.core.internal.data.Partition;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.internal.data.Statistics;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Recipe;

/**
 * A recipe with what its run keeps of the training rows: enough to trace its model without them.
 *
 * @param loaded the recipe and the parts it leases
 * @param statistics of the training rows
 * @param tracer of the model
 * @param reader of the run folder
 */
public record TrainedParts(
    LoadedRecipe loaded, Statistics statistics, Tracer tracer, RunReader reader)
    implements AutoCloseable {
  /**
   * {@return the parts of a run}
   *
   * @param loaded its recipe
   * @param reader of its folder
   */
  public static TrainedParts of(LoadedRecipe loaded, RunReader reader) {
    Statistics statistics = reader.statistics();
    return new TrainedParts(loaded, statistics, statistics.tracer(loaded.recipe()), reader);
  }

  /**
   * The rows that a run began with.
   *
   * @param rows as programs take them
   * @param partition which of them train, validate and test
   * @param hash of the data as read
   */
  public record OwnRows(Rows rows, Partition partition, String hash) {}

  /**
   * {@return the rows that the run began with, read anew}
   *
   * @throws org.vaelix.core.run.RunException if they have changed since
   */
  public OwnRows ownRows() {
    Recipe recipe = loaded.recipe();
    RecipeRows read = RecipeRows.read(loaded);
    String hash = DataHash.of(read.raw());
    reader.checkHash(read.raw(), hash);
    return new OwnRows(
        statistics.rows(read.dataset(), recipe),
        Partition.of(read.dataset(), recipe.split(), recipe.seed()),
        hash);
  }

  @Override
  public void close() {
    loaded.close();
  }
}
