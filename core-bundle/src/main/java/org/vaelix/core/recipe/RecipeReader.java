package org.vaelix.core.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.internal.recipe.ConfigReader;
import org.vaelix.core.internal.recipe.Documents;
import org.vaelix.core.internal.recipe.Reading;
import org.vaelix.core.internal.recipe.Setting;

/** Reads recipes. Everything that is wrong with one is reported at once. */
public final class RecipeReader {
  private static final String DATA_FOLDER = "dataFolder";

  private RecipeReader() {}

  /**
   * {@return the recipe in a file, which the caller closes}
   *
   * @param file strict JSON in UTF-8, at most 10 MB
   * @param settings changes of the form {@code path.to.key=value}, applied in this order
   * @param catalog where parts are looked up
   * @throws RecipeException with all problems
   */
  public static LoadedRecipe read(Path file, List<String> settings, Catalog catalog) {
    String source = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    Path folder = file.toAbsolutePath().normalize().getParent();
    return read(Documents.read(file, source), source, folder, settings, catalog);
  }

  /**
   * {@return a recipe made by a program, or read back from a run folder; the caller closes it}
   *
   * @param json the recipe; stays as it is
   * @param folder against which data files are resolved unless the recipe says otherwise
   * @param settings changes of the form {@code path.to.key=value}, applied in this order
   * @param catalog where parts are looked up
   * @throws RecipeException with all problems
   */
  public static LoadedRecipe read(
      JsonObject json, Path folder, List<String> settings, Catalog catalog) {
    return read(json.deepCopy(), "recipe", folder.toAbsolutePath(), settings, catalog);
  }

  private static LoadedRecipe read(
      JsonObject json, String source, Path folder, List<String> settings, Catalog catalog) {
    Reading reading = new Reading(catalog);
    try {
      Setting.apply(json, settings, reading.problems());
      json.remove("$schema"); // editors find the schema by it
      settleFolder(json, folder, reading.problems());
      return read(json, source, reading);
    } catch (RuntimeException | Error e) {
      reading.close();
      throw e;
    }
  }

  /** Reads what has been read before, settings and data folder included. */
  static LoadedRecipe readAgain(JsonObject json, String source, Catalog catalog) {
    Reading reading = new Reading(catalog);
    try {
      return read(json, source, reading);
    } catch (RuntimeException | Error e) {
      reading.close();
      throw e;
    }
  }

  private static LoadedRecipe read(JsonObject json, String source, Reading reading) {
    JsonObject given = json.deepCopy();
    var result = new ConfigReader(reading).read(Recipe.class, json, Documents.defaults(source));
    if (result == null) {
      throw new RecipeException(source, Documents.sorted(reading.problems(), json));
    }
    reading.releaseUnused();
    return new LoadedRecipe(result.value(), given, result.json(), reading);
  }

  /** Makes the data folder absolute, so that a run finds its data from wherever it is resumed. */
  private static void settleFolder(JsonObject json, Path folder, List<Problem> problems) {
    JsonElement given = json.get(DATA_FOLDER);
    if (given == null || given.isJsonNull()) {
      json.addProperty(DATA_FOLDER, folder.normalize().toString());
    } else if (given instanceof JsonPrimitive text && text.isString()) {
      try {
        Path absolute = folder.resolve(text.getAsString()).normalize();
        json.addProperty(DATA_FOLDER, absolute.toString());
      } catch (InvalidPathException e) {
        problems.add(
            new Problem("/" + DATA_FOLDER, "is not the name of a folder: " + e.getReason()));
      }
    }
  }
}
