package org.vaelix.core.internal.run;

import java.nio.file.Path;
import java.util.List;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.internal.data.Preparation;
import org.vaelix.core.model.Model;
import org.vaelix.core.recipe.ConditionColumn;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.PartUse;
import org.vaelix.core.recipe.Recipe;

/**
 * The rows of a recipe's data source.
 *
 * @param loaded the recipe
 * @param raw as read
 * @param dataset preprocessed; no value is infinite, and none is missing unless that is allowed
 */
record RecipeRows(LoadedRecipe loaded, Dataset raw, Dataset dataset) {
  /**
   * {@return the rows}
   *
   * @throws DataException if they cannot be read
   */
  static RecipeRows read(LoadedRecipe loaded) {
    Recipe recipe = loaded.recipe();
    List<String> conditions = recipe.conditions().stream().map(ConditionColumn::column).toList();
    boolean allowsMissing = recipe.preprocess().allowsMissing();
    Dataset raw =
        recipe
            .data()
            .read(new DataSource.Context(folder(recipe), recipe.seed(), conditions, allowsMissing));
    if (raw.rows() == 0 || raw.eventShape().elements() == 0) {
      throw new DataException(raw.origin() + " has no values");
    }
    conditions.forEach(column -> checkColumn(raw, column));
    Dataset dataset = Preparation.preprocess(raw, recipe.preprocess());
    // Before moments are taken: one NaN would spoil them all.
    Preparation.checkNumbers(raw, dataset, recipe.preprocess());
    return new RecipeRows(loaded, raw, dataset);
  }

  /** The folder against which data files are resolved. */
  static Path folder(Recipe recipe) {
    return Path.of(recipe.dataFolder().orElse(""));
  }

  private static void checkColumn(Dataset raw, String name) {
    Column column = raw.conditions().get(name);
    if (column == null) {
      throw new DataException(
          raw.origin()
              + " gives nothing but values, and so no column '"
              + name
              + "' for /conditions; take a csv or npz file that has it");
    }
    if (column.rows() != raw.rows()) {
      throw new DataException(
          String.format(
              "%s: '%s' has %d rows where the values have %d; /conditions need one for each row",
              raw.origin(), name, column.rows(), raw.rows()));
    }
  }

  /**
   * Refuses rows that the model's likelihood does not admit.
   *
   * @param tracer of the model
   */
  void checkSupport(Tracer tracer) {
    Model model = tracer.evaluation(1).model();
    String likelihood =
        loaded.parts().stream()
            .map(PartUse::part)
            .filter(part -> part.kind().equals("likelihood"))
            .map(part -> part.type())
            .findFirst()
            .orElse("of the model");
    Preparation.check(raw, dataset, model.likelihood()::support, likelihood);
    Preparation.checkRows(dataset, model.likelihood()::conflict);
  }
}
