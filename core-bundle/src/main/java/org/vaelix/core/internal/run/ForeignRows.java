package org.vaelix.core.internal.run;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Rows;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.RecipeReader;

/** Rows that a model was not trained on, read as its own data were. */
public final class ForeignRows {
  private static final String FILE = "file";

  private ForeignRows() {}

  /**
   * {@return the rows, preprocessed and checked as the model's own}
   *
   * @param model that was trained
   * @param file to be read in the place of the recipe's
   * @param catalog in which the data source is found
   */
  public static Rows read(TrainedParts model, Path file, Catalog catalog) {
    if (!Files.isRegularFile(file)) {
      throw new DataException("there is no file " + file);
    }
    JsonObject recipe = model.loaded().resolved();
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
        RecipeReader.read(recipe, RecipeRows.folder(model.loaded().recipe()), List.of(), catalog)) {
      return checked(model, loaded);
    }
  }

  private static Rows checked(TrainedParts model, LoadedRecipe loaded) {
    RecipeRows read = RecipeRows.read(loaded);
    Shape expected = model.statistics().eventShape();
    Dataset dataset = read.dataset();
    if (!dataset.eventShape().equals(expected)) {
      throw new DataException(
          String.format(
              "%s: a row has the shape %s, the model was trained on %s; give rows of the same"
                  + " columns",
              dataset.origin(), dataset.eventShape(), expected));
    }
    read.checkSupport(model.tracer());
    return model.statistics().rows(dataset, loaded.recipe());
  }
}
