package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import org.vaelix.core.part.Names;

/** Reads numbers, booleans, strings and the constants of enums; null after a problem. */
final class Scalars {
  private final Reading reading;

  Scalars(Reading reading) {
    this.reading = reading;
  }

  Bound whole(JsonElement json, Place place, boolean isInt) {
    if (!isNumber(json)) {
      return refuse(place, "a whole number", json);
    }
    try {
      long value = new BigDecimal(json.getAsString()).longValueExact();
      return isInt
          ? new Bound(Math.toIntExact(value), new JsonPrimitive(value))
          : new Bound(value, new JsonPrimitive(value));
    } catch (ArithmeticException | NumberFormatException e) {
      String range = isInt ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE : "-2^63 to 2^63 - 1";
      reading.problem(place, "must be a whole number from " + range + ", got " + json);
      return null;
    }
  }

  Bound number(JsonElement json, Place place) {
    if (!isNumber(json)) {
      return refuse(place, "a number", json);
    }
    double value = json.getAsDouble();
    return new Bound(value, new JsonPrimitive(value));
  }

  Bound bool(JsonElement json, Place place) {
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isBoolean()) {
      return refuse(place, "true or false", json);
    }
    return new Bound(json.getAsBoolean(), json);
  }

  Bound string(JsonElement json, Place place) {
    return isString(json) ? new Bound(json.getAsString(), json) : refuse(place, "a string", json);
  }

  Bound constant(OptionType type, JsonElement json, Place place) {
    List<String> names = type.constants();
    if (!isString(json)) {
      return refuse(place, "one of " + String.join(", ", names), json);
    }
    int index = names.indexOf(json.getAsString());
    if (index < 0) {
      String name = json.getAsString();
      reading.problem(place, "there is no '" + name + "'" + suggestion(name, names));
      return null;
    }
    return new Bound(type.raw().getEnumConstants()[index], json);
  }

  /** Reports a value of another JSON type. */
  Bound refuse(Place place, String expected, JsonElement json) {
    reading.problem(place, "expected " + expected + ", got " + typeOf(json));
    return null;
  }

  /** {@return the nearest of the known names, or all of them, as the end of a sentence} */
  static String suggestion(String name, List<String> known) {
    // What is longer than this is no mistyped name, and comparing it would take long.
    String nearest = name.length() > 200 ? "" : Names.nearest(name, known).orElse("");
    String list = known.isEmpty() ? "none" : String.join(", ", known);
    return (nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?")
        + " (known: "
        + list
        + ")";
  }

  static boolean isNumber(JsonElement json) {
    return json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber();
  }

  static boolean isString(JsonElement json) {
    return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString();
  }

  private static String typeOf(JsonElement json) {
    if (json.isJsonPrimitive()) {
      return isString(json) ? "a string" : isNumber(json) ? "a number" : json.getAsString();
    }
    return json.isJsonObject() ? "an object" : json.isJsonArray() ? "a list" : "null";
  }
}
