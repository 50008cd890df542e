package org.vaelix.core.internal.run;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.internal.data.Preparation;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.RecipeReader;

/** Rows that a model was not trained on, read as its own data were. */
public final class ForeignRows {
  private static final String FILE = "file";

  private ForeignRows() {}

  /**
   * {@return the rows, preprocessed and checked as the model's own}
   *
   * @param experiment of the model
   * @param file to be read in the place of the recipe's
   * @param catalog in which the data source is found
   */
  public static Dataset read(Experiment experiment, Path file, Catalog catalog) {
    if (!Files.isRegularFile(file)) {
      throw new DataException("there is no file " + file);
    }
    JsonObject recipe = experiment.loaded().resolved().deepCopy();
    JsonObject data = recipe.getAsJsonObject("data");
    if (!data.has(FILE)) {
      throw new DataException(
          "the model's data source '"
              + data.get("type").getAsString()
              + "' reads no file, so there is none to be replaced by "
              + file);
    }
    data.addProperty(FILE, file.toAbsolutePath().toString());
    try (LoadedRecipe loaded =
        RecipeReader.read(
            recipe, Experiment.folder(experiment.loaded().recipe()), List.of(), catalog)) {
      return checked(experiment, loaded);
    }
  }

  private static Dataset checked(Experiment experiment, LoadedRecipe loaded) {
    DataSource.Context context =
        new DataSource.Context(Experiment.folder(loaded.recipe()), loaded.recipe().seed());
    Dataset rows =
        Preparation.preprocess(loaded.recipe().data().read(context), loaded.recipe().preprocess());
    if (!rows.eventShape().equals(experiment.tracer().eventShape())) {
      throw new DataException(
          String.format(
              "%s: a row has the shape %s, the model was trained on %s; give rows of the same"
                  + " columns",
              rows.origin(), rows.eventShape(), experiment.tracer().eventShape()));
    }
    Experiment.checkSupport(loaded, rows, experiment.tracer());
    return rows;
  }
}
