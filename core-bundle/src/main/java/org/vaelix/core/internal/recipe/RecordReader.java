package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.OptionException;

/**
 * Reads an object into a record, in the order of the record's components. A constructor stops at
 * the first value it refuses; so that all are reported at once, a refused or unreadable value is
 * replaced by its default and the constructor is tried again.
 */
final class RecordReader {
  private final Reading reading;
  private final ConfigReader options;

  RecordReader(Reading reading, ConfigReader options) {
    this.reading = reading;
    this.options = options;
  }

  Bound read(Class<?> type, JsonObject json, JsonObject defaults, Place place) {
    List<RecordComponent> components = List.of(type.getRecordComponents());
    reportUnknown(components, json, place);
    int before = reading.problems().size();
    Object[] values = new Object[components.size()];
    JsonObject resolved = new JsonObject();
    for (int i = 0; i < values.length; i++) {
      Bound bound = component(components.get(i), json, defaults, place);
      values[i] = bound == null ? null : bound.value();
      resolved.add(components.get(i).getName(), bound == null ? null : bound.json());
    }
    Record made = create(type, values, defaults, place);
    return reading.problems().size() > before ? null : new Bound(made, resolved);
  }

  private void reportUnknown(List<RecordComponent> components, JsonObject json, Place place) {
    List<String> known = components.stream().map(RecordComponent::getName).toList();
    for (String key : json.keySet()) {
      if (!known.contains(key)) {
        reading.problem(
            place.child(key), "there is no such option here" + Scalars.suggestion(key, known));
      }
    }
  }

  private Bound component(
      RecordComponent component, JsonObject json, JsonObject defaults, Place place) {
    String name = component.getName();
    Place here = json.has(name) ? place.child(name) : place.defaulted(name);
    OptionType type =
        reading.trusted(here, "its options", () -> OptionType.of(component.getGenericType()));
    if (type == null) {
      return null;
    }
    JsonElement known = known(component, type, defaults);
    JsonElement given = json.has(name) ? json.get(name) : known;
    if (given == null) {
      reading.problem(here, "is missing and has no default" + documented(component));
      return null;
    }
    return options.read(type, given, known, here);
  }

  private static JsonElement known(
      RecordComponent component, OptionType type, JsonObject defaults) {
    JsonElement known = defaults.get(component.getName());
    return known != null ? known : Defaults.implied(component, type);
  }

  private static String documented(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    return doc == null ? "" : ": " + doc.value();
  }

  /** Makes the record, trying again with defaults in the place of what is refused. */
  private Record create(Class<?> type, Object[] values, JsonObject defaults, Place place) {
    List<String> names =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    Set<Integer> replaced = new HashSet<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && !replace(type, i, values, defaults, place)) {
        return null;
      }
    }
    while (true) {
      List<String> refused = new ArrayList<>();
      Record made =
          reading.guarded(place, "its options", noting(refused, () -> record(type, values)));
      int index = refused.isEmpty() ? -1 : names.indexOf(refused.get(0));
      if (index < 0 || !replaced.add(index) || !replace(type, index, values, defaults, place)) {
        return made;
      }
    }
  }

  private static Record record(Class<?> type, Object[] values) {
    return Reflection.create(type, values);
  }

  /** {@return the code, which also tells which option it refused} */
  private static Supplier<Record> noting(List<String> refused, Supplier<Record> code) {
    return () -> {
      try {
        return code.get();
      } catch (OptionException e) {
        refused.add(e.option());
        throw e;
      }
    };
  }

  /** {@return whether there is a default to put in the place of a value} */
  private boolean replace(
      Class<?> type, int index, Object[] values, JsonObject defaults, Place place) {
    if (reading.isAside()) {
      return false; // a trial within a trial finds nothing new
    }
    RecordComponent component = type.getRecordComponents()[index];
    Reading aside = reading.aside();
    Bound bound =
        new RecordReader(aside, new ConfigReader(aside))
            .component(component, new JsonObject(), defaults, place);
    values[index] = bound == null ? null : bound.value();
    return bound != null;
  }
}
