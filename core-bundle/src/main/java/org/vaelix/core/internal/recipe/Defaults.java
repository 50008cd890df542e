package org.vaelix.core.internal.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.part.DefaultType;
import org.vaelix.core.recipe.BackendChoice;
import org.vaelix.core.training.Schedule;

/**
 * Writes default records as the JSON a user would have written. A component that is null has no
 * default: a recipe must give it. So a default goes the same way as what a user writes, and a
 * resolved recipe reads back to the same values.
 */
final class Defaults {
  private Defaults() {}

  /** {@return the options of a default record; without those that have no default} */
  static JsonObject of(Record defaults) {
    JsonObject json = new JsonObject();
    for (RecordComponent component : defaults.getClass().getRecordComponents()) {
      Object value = Reflection.value(component, defaults);
      if (value != null) {
        OptionType type = OptionType.of(component.getGenericType());
        json.add(component.getName(), write(type, value, component.getName()));
      }
    }
    return json;
  }

  /**
   * {@return the options in a record class's constant DEFAULTS; none if it has no such constant}
   */
  static JsonObject constantOf(Class<?> type) {
    try {
      Field field = type.getDeclaredField("DEFAULTS");
      field.setAccessible(true);
      return of((Record) field.get(null));
    } catch (NoSuchFieldException e) {
      return new JsonObject();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return what stands for a component that a recipe and the defaults leave out, or null} */
  static JsonElement implied(RecordComponent component, OptionType type) {
    DefaultType part = component.getAnnotation(DefaultType.class);
    if (part != null) {
      return new JsonPrimitive(part.value());
    }
    return switch (type.form()) {
      case OPTIONAL -> JsonNull.INSTANCE;
      case RECORD -> new JsonObject();
      case BACKEND -> new JsonPrimitive("auto");
      default -> null;
    };
  }

  private static JsonElement write(OptionType type, Object value, String name) {
    return switch (type.form()) {
      case INT, LONG -> new JsonPrimitive((Number) value);
      case DOUBLE -> number((Double) value, name);
      case BOOLEAN -> new JsonPrimitive((Boolean) value);
      case STRING -> new JsonPrimitive((String) value);
      case ENUM -> new JsonPrimitive(OptionType.constant(value));
      case LIST -> list(type.element(), (List<?>) value, name);
      case OPTIONAL -> {
        Optional<?> held = (Optional<?>) value;
        yield held.isEmpty() ? JsonNull.INSTANCE : write(type.element(), held.get(), name);
      }
      case RECORD -> of((Record) value);
      case SPEC -> new JsonPrimitive(((PartSpec<?>) value).type());
      case VALUE -> constant(value, name);
      case BACKEND -> new JsonPrimitive(((BackendChoice<?>) value).type());
    };
  }

  private static JsonElement number(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException("the default of '" + name + "' is not finite");
    }
    return new JsonPrimitive(value);
  }

  private static JsonElement list(OptionType element, List<?> values, String name) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(write(element, value, name)));
    return array;
  }

  private static JsonElement constant(Object value, String name) {
    if (value instanceof Schedule schedule && schedule.settledAt() == 0) {
      return number(schedule.finalValue(), name);
    }
    throw new IllegalStateException(
        "the default of '" + name + "' cannot be written as JSON; use null and @DefaultType");
  }
}
