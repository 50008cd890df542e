package org.vaelix.core.internal.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Where recipes have parts of a kind.
 *
 * @param key under which the part is
 * @param isList whether the key holds a list of such parts
 * @param place of the key, in words
 */
record Location(String key, boolean isList, String place) {
  private static final String ANALYSIS = "analysis";
  private static final String IN_MODEL = "within \"model\"";

  /** {@return where a recipe has parts of a kind; of a kind unknown here, what can be said} */
  static Location of(String kind) {
    return switch (kind) {
      case "data", "model", "backend" -> new Location(kind, false, "in a recipe");
      case "architecture", "likelihood", "objective", "posterior", "prior" ->
          new Location(kind, false, IN_MODEL);
      case "regulariser" ->
          new Location("regularisers", true, IN_MODEL + " of the type autoencoder");
      case ANALYSIS -> new Location(kind, false, "which are those that 'vaelix analyse' uses");
      case "optimiser" -> new Location(kind, false, "within \"training\"");
      case OptionType.SCHEDULE ->
          new Location(
              "beta", false, "within \"objective\", or under another option that is a schedule");
      default -> new Location(kind, false, "in a part that has an option of this kind");
    };
  }

  /** {@return whether recipes have parts of a kind; analyses look at what recipes have led to} */
  static boolean isInRecipes(String kind) {
    return !kind.equals(ANALYSIS);
  }

  /** {@return the key with a part under it} */
  JsonObject with(JsonObject part) {
    if (!isList) {
      return Schema.with(key, part);
    }
    JsonArray list = new JsonArray();
    list.add(part);
    return Schema.with(key, list);
  }
}
