package org.vaelix.core.internal.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.recipe.Problem;

/**
 * A change of a recipe from the command line: {@code training.epochs=5}. The value is JSON if it
 * can be read as such, else a string. Missing objects are made on the way; a string on the way is a
 * part's type and becomes an object, so that {@code model.prior.scale=2} works on {@code "prior":
 * "laplace"}.
 */
public final class Setting {
  private final String text;
  private final List<String> keys;
  private final JsonElement value;

  private Setting(String text, List<String> keys, JsonElement value) {
    this.text = text;
    this.keys = keys;
    this.value = value;
  }

  /**
   * Applies settings to a recipe.
   *
   * @param recipe is changed
   * @param settings in this order
   * @param problems takes what cannot be applied
   */
  public static void apply(JsonObject recipe, List<String> settings, List<Problem> problems) {
    for (String setting : settings) {
      try {
        parse(setting).apply(recipe);
      } catch (IllegalArgumentException e) {
        problems.add(new Problem("", e.getMessage()));
      }
    }
  }

  private static Setting parse(String text) {
    int equals = text.indexOf('=');
    List<String> keys = List.of(text.substring(0, Math.max(0, equals)).split("\\.", -1));
    if (keys.contains("")) {
      throw new IllegalArgumentException(
          "setting '" + text + "' is not of the form path.to.key=value");
    }
    return new Setting(text, keys, value(text.substring(equals + 1)));
  }

  private static JsonElement value(String text) {
    List<Problem> problems = new ArrayList<>();
    JsonElement json = StrictJson.parse(text, problems);
    return problems.isEmpty() ? json : new JsonPrimitive(text);
  }

  private void apply(JsonObject recipe) {
    JsonElement place = recipe;
    for (int i = 0; i < keys.size() - 1; i++) {
      JsonElement next = get(place, keys.get(i));
      if (next == null || next.isJsonNull()) {
        next = set(place, keys.get(i), new JsonObject());
      } else if (next.isJsonPrimitive() && next.getAsJsonPrimitive().isString()) {
        next = set(place, keys.get(i), partOfType(next));
      }
      place = next;
    }
    set(place, keys.get(keys.size() - 1), value);
  }

  private static JsonObject partOfType(JsonElement type) {
    JsonObject part = new JsonObject();
    part.add("type", type);
    return part;
  }

  private JsonElement get(JsonElement place, String key) {
    return place.isJsonArray()
        ? place.getAsJsonArray().get(index(place.getAsJsonArray(), key))
        : object(place, key).get(key);
  }

  private JsonElement set(JsonElement place, String key, JsonElement element) {
    if (place.isJsonArray()) {
      place.getAsJsonArray().set(index(place.getAsJsonArray(), key), element);
    } else {
      object(place, key).add(key, element);
    }
    return element;
  }

  private JsonObject object(JsonElement place, String key) {
    if (!place.isJsonObject()) {
      throw new IllegalArgumentException(
          "setting '" + text + "': there can be no '" + key + "' within " + place);
    }
    return place.getAsJsonObject();
  }

  private int index(JsonArray list, String key) {
    int index = key.matches("\\d{1,9}") ? Integer.parseInt(key) : list.size();
    if (index >= list.size()) {
      throw new IllegalArgumentException(
          "setting '" + text + "': '" + key + "' is not an index into a list of " + list.size());
    }
    return index;
  }
}
