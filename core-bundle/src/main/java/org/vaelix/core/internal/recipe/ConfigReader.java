package org.vaelix.core.internal.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON into the values that record components take. Every method returns null after having
 * reported a problem, and goes on with whatever else there is to read.
 */
public final class ConfigReader {
  /** Defaults within defaults, far beyond any recipe; ends a part that contains itself. */
  private static final int DEEPEST = 20;

  private final Reading reading;
  private final Scalars scalars;
  private final RecordReader records;
  private final PartReader parts;
  private final BackendReader backends;

  /**
   * Creates a reader.
   *
   * @param reading takes problems, parts in use and leases
   */
  public ConfigReader(Reading reading) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.records = new RecordReader(reading, this);
    this.parts = new PartReader(reading, records);
    this.backends = new BackendReader(reading, parts);
  }

  /** What a whole document reads to; null if there were problems. */
  public record Result<T>(T value, JsonObject json) {}

  /**
   * {@return a record with its resolved JSON, or null after problems}
   *
   * @param type of the record
   * @param json the document
   * @param defaults for keys that are not in it
   */
  public <T extends Record> Result<T> read(Class<T> type, JsonObject json, JsonObject defaults) {
    Bound bound = records.read(type, json, defaults, Place.ROOT);
    boolean isGood = bound != null && reading.problems().isEmpty();
    return isGood ? new Result<>(type.cast(bound.value()), (JsonObject) bound.json()) : null;
  }

  Bound read(OptionType type, JsonElement json, JsonElement defaults, Place place) {
    if (place.depth() > DEEPEST) {
      reading.problem(place, "the defaults of this part contain the part itself without end");
      return null;
    }
    return switch (type.form()) {
      case INT -> scalars.whole(json, place, true);
      case LONG -> scalars.whole(json, place, false);
      case DOUBLE -> scalars.number(json, place);
      case BOOLEAN -> scalars.bool(json, place);
      case STRING -> scalars.string(json, place);
      case ENUM -> scalars.constant(type, json, place);
      case LIST -> list(type.element(), json, place);
      case OPTIONAL -> optional(type.element(), json, defaults, place);
      case RECORD -> group(type, json, defaults, place);
      case SPEC, VALUE -> parts.read(type, json, defaults, place);
      case BACKEND -> backends.read(json, place);
    };
  }

  private Bound list(OptionType element, JsonElement json, Place place) {
    if (!json.isJsonArray()) {
      return scalars.refuse(place, "a list", json);
    }
    List<Object> values = new ArrayList<>();
    JsonArray resolved = new JsonArray();
    for (JsonElement item : json.getAsJsonArray()) {
      Bound bound = read(element, item, null, place.child(values.size()));
      values.add(bound == null ? null : bound.value());
      resolved.add(bound == null ? item : bound.json());
    }
    return values.contains(null) ? null : new Bound(Collections.unmodifiableList(values), resolved);
  }

  private Bound optional(OptionType element, JsonElement json, JsonElement defaults, Place place) {
    if (json.isJsonNull()) {
      return new Bound(Optional.empty(), JsonNull.INSTANCE);
    }
    Bound bound = read(element, json, defaults, place);
    return bound == null ? null : new Bound(Optional.of(bound.value()), bound.json());
  }

  private Bound group(OptionType type, JsonElement json, JsonElement defaults, Place place) {
    JsonElement given = type.longForm(json);
    if (!given.isJsonObject()) {
      return scalars.refuse(place, type.describe().replaceFirst("^object", "an object"), json);
    }
    JsonObject known =
        reading.trusted(place, "its defaults", () -> groupDefaults(type.raw(), defaults));
    return known == null ? null : records.read(type.raw(), given.getAsJsonObject(), known, place);
  }

  private static JsonObject groupDefaults(Class<?> type, JsonElement defaults) {
    boolean isKnown = defaults != null && defaults.isJsonObject() && !isEmpty(defaults);
    return isKnown ? defaults.getAsJsonObject() : Defaults.constantOf(type);
  }

  private static boolean isEmpty(JsonElement object) {
    return object.getAsJsonObject().isEmpty();
  }
}
