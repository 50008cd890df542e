package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.internal.contain.Faults;
import org.vaelix.core.model.ModelPartFactory;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.ValueFactory;
import org.vaelix.core.training.Schedule;

/** Looks parts up in the catalog and reads their options. */
final class PartReader {
  private static final String TYPE = "type";
  private static final String VERSION = "version";

  private final Reading reading;
  private final RecordReader records;

  PartReader(Reading reading, RecordReader records) {
    this.reading = reading;
    this.records = records;
  }

  /** A part found in the catalog with the options read for it. */
  record Found(PartReference part, PartFactory<?> factory, Record config, JsonObject json) {}

  /** {@return a part that is written as its type's name, or as an object with "type"} */
  Bound read(OptionType type, JsonElement json, JsonElement defaults, Place place) {
    if (type.allowsNumber() && Scalars.isNumber(json)) {
      double value = json.getAsDouble();
      return new Bound(Schedule.constant(value), new JsonPrimitive(value));
    }
    JsonObject options = options(type.kind(), json, place, type.allowsNumber());
    String name = options == null ? null : typeName(type.kind(), options, defaults, place);
    PartReference part = name == null ? null : find(type.kind(), name, options, place);
    Found found = part == null ? null : open(part, options, place);
    return found == null ? null : make(type, found, place.within(part));
  }

  /** {@return the object in which a part's options are, or null after a problem} */
  JsonObject options(String kind, JsonElement json, Place place, boolean allowsNumber) {
    if (json.isJsonObject()) {
      return json.getAsJsonObject();
    }
    if (!Scalars.isString(json)) {
      String expected = "the type of a " + noun(kind) + ", or an object with 'type'";
      new Scalars(reading).refuse(place, (allowsNumber ? "a number, " : "") + expected, json);
      return null;
    }
    JsonObject options = new JsonObject();
    options.add(TYPE, json);
    return options;
  }

  /** {@return the type in the object, or else that of the default; null after a problem} */
  private String typeName(String kind, JsonObject options, JsonElement defaults, Place place) {
    if (options.has(TYPE)) {
      Bound name = new Scalars(reading).string(options.get(TYPE), place.child(TYPE));
      return name == null ? null : (String) name.value();
    }
    if (defaults != null && Scalars.isString(defaults)) {
      return defaults.getAsString();
    }
    reading.problem(
        place.child(TYPE), "is missing: which " + noun(kind) + "? (known: " + list(kind) + ")");
    return null;
  }

  /** {@return the newest part of a type, or of the versions that the options ask for} */
  PartReference find(String kind, String type, JsonObject options, Place place) {
    List<PartReference> parts =
        reading.catalog().parts(kind).stream().filter(part -> part.type().equals(type)).toList();
    if (parts.isEmpty()) {
      reading.problem(
          place,
          "there is no "
              + noun(kind)
              + " '"
              + type
              + "'"
              + Scalars.suggestion(type, types(kind))
              + "; if the name is right, the bundle that offers it is not installed or not started");
    }
    return parts.isEmpty() || !options.has(VERSION)
        ? parts.stream().findFirst().orElse(null)
        : select(parts, options.get(VERSION), place.child(VERSION));
  }

  private PartReference select(List<PartReference> parts, JsonElement json, Place place) {
    Bound text = new Scalars(reading).string(json, place);
    if (text == null) {
      return null;
    }
    Optional<VersionRange> range = VersionRange.parse((String) text.value());
    if (range.isEmpty()) {
      reading.problem(
          place, "must be a range such as [1.2,2), or a least version such as 1.2, got " + json);
      return null;
    }
    Optional<PartReference> part =
        parts.stream().filter(candidate -> isIn(range.get(), candidate)).findFirst();
    if (part.isEmpty()) {
      String there =
          parts.stream().map(other -> other.origin().toString()).collect(Collectors.joining(", "));
      reading.problem(
          place,
          "there is no "
              + Faults.name(parts.get(0))
              + " of version "
              + text.value()
              + " (installed: "
              + there
              + ")");
    }
    return part.orElse(null);
  }

  private static boolean isIn(VersionRange range, PartReference part) {
    return BundleVersion.parse(part.origin().version()).filter(range::includes).isPresent();
  }

  /** The one kind whose name is no countable noun. */
  private static String noun(String kind) {
    return kind.equals("data") ? "data source" : kind;
  }

  private List<String> types(String kind) {
    return reading.catalog().parts(kind).stream().map(PartReference::type).distinct().toList();
  }

  private String list(String kind) {
    return types(kind).isEmpty() ? "none" : String.join(", ", types(kind));
  }

  /** {@return the part with its options, or null after a problem} */
  Found open(PartReference part, JsonObject options, Place place) {
    Place here = place.within(part);
    reading.use(here, part);
    PartFactory<?> factory = reading.factory(here, part);
    Record defaults =
        factory == null ? null : reading.trusted(here, "its defaults", factory::defaults);
    JsonObject known = defaults == null ? null : known(part, defaults, here);
    if (known == null) {
      return null;
    }
    JsonObject given = options.deepCopy();
    given.remove(TYPE);
    JsonElement version = given.remove(VERSION);
    Bound config = records.read(defaults.getClass(), given, known, here);
    return config == null
        ? null
        : new Found(
            part, factory, (Record) config.value(), typed(part.type(), version, config.json()));
  }

  private JsonObject known(PartReference part, Record defaults, Place place) {
    Optional<String> reserved = Option.reserved(defaults.getClass());
    if (reserved.isPresent()) {
      reading.problem(place, Faults.sentence(part, reserved.get()));
      return null;
    }
    return reading.trusted(place, "its defaults", () -> Defaults.of(defaults));
  }

  private static JsonObject typed(String type, JsonElement version, JsonElement options) {
    JsonObject json = new JsonObject();
    json.addProperty(TYPE, type);
    if (version != null) { // so that a run goes on with the versions it was begun with
      json.add(VERSION, version);
    }
    options.getAsJsonObject().entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
    return json;
  }

  private Bound make(OptionType type, Found found, Place place) {
    if (type.form() == OptionType.Form.SPEC
        && found.factory() instanceof ModelPartFactory<?, ?> f) {
      return new Bound(spec(found, f, place), found.json());
    }
    if (type.form() == OptionType.Form.VALUE && found.factory() instanceof ValueFactory<?, ?> f) {
      Object value = reading.<Object>guarded(place, "create", () -> create(f, found));
      return value == null ? null : checked(type, value, found, place);
    }
    return misfit(found.factory(), place);
  }

  private Bound checked(OptionType type, Object value, Found found, Place place) {
    if (!type.raw().isInstance(value)) {
      return misfit(value, place);
    }
    if (value instanceof Schedule schedule) {
      reading.schedule(place, schedule);
    }
    return new Bound(value, found.json());
  }

  private Bound misfit(Object made, Place place) {
    PartReference part = place.owner();
    reading.problem(
        place,
        part.origin()
            + " offers a "
            + made.getClass().getName()
            + " as "
            + Faults.name(part)
            + ", which is none; this is a fault of that bundle");
    return null;
  }

  /** A factory's defaults and its configuration are of one class: the cast cannot fail. */
  @SuppressWarnings("unchecked")
  private static <C extends Record> Object create(ValueFactory<C, ?> factory, Found found) {
    return factory.create((C) found.config());
  }

  @SuppressWarnings("unchecked")
  private <C extends Record> BoundPart spec(
      Found found, ModelPartFactory<C, ?> factory, Place place) {
    C config = (C) found.config();
    return new BoundPart(
        found.part(), place, reading.makers(), context -> factory.create(config, context));
  }
}
