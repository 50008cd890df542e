package org.vaelix.core.internal.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes the schemas of options (JSON Schema, draft 2020-12), and notes which kinds they need. */
final class Schema {
  /** Kinds of parts that the schemas written so far refer to. */
  private final Set<String> kinds = new TreeSet<>();

  Set<String> kinds() {
    return kinds;
  }

  /** {@return the schema of an object with these options and no others} */
  JsonObject object(List<Option> options) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (Option option : options) {
      properties.add(option.name(), property(option));
      if (option.isRequired()) {
        required.add(option.name());
      }
    }
    JsonObject schema = typed("object");
    schema.add("properties", properties);
    if (!required.isEmpty()) {
      schema.add("required", required);
    }
    schema.addProperty("additionalProperties", false);
    return schema;
  }

  private JsonObject property(Option option) {
    JsonObject schema = new JsonObject();
    if (!option.doc().isEmpty()) {
      schema.addProperty("description", option.doc());
    }
    // What is implied for an object, {}, tells a user nothing.
    if (option.defaultValue() != null && !option.defaultValue().equals(new JsonObject())) {
      schema.add("default", option.defaultValue());
    }
    of(option.type(), option).entrySet().forEach(e -> schema.add(e.getKey(), e.getValue()));
    return schema;
  }

  private JsonObject of(OptionType type, Option option) {
    return switch (type.form()) {
      case INT -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> typed("integer"); // its bounds are beyond what editors compute with
      case DOUBLE -> typed("number");
      case BOOLEAN -> typed("boolean");
      case STRING -> typed("string");
      case ENUM -> oneOf(type.constants());
      case LIST -> list(type.element());
      case OPTIONAL -> any(of(type.element(), option), typed("null"));
      case RECORD ->
          type.allowsString()
              ? any(object(option.inner()), typed("string"))
              : object(option.inner());
      case SPEC, VALUE, BACKEND -> part(type.kind(), option.defaultValue());
    };
  }

  private JsonObject list(OptionType element) {
    JsonObject schema = typed("array");
    schema.add("items", of(element, new Option("", element, "", null)));
    return schema;
  }

  /** A part of a kind; the object of the default's options may leave "type" out. */
  private JsonObject part(String kind, JsonElement defaultValue) {
    kinds.add(kind);
    return defaultValue != null && Scalars.isString(defaultValue)
        ? any(reference(kind), reference(kind + "." + defaultValue.getAsString()))
        : reference(kind);
  }

  private static JsonObject whole(int least, int greatest) {
    JsonObject schema = typed("integer");
    schema.addProperty("minimum", least);
    schema.addProperty("maximum", greatest);
    return schema;
  }

  static JsonObject typed(String type) {
    return with("type", new JsonPrimitive(type));
  }

  static JsonObject reference(String definition) {
    return with("$ref", new JsonPrimitive("#/$defs/" + definition));
  }

  static JsonObject oneOf(List<String> names) {
    return with("enum", names(names));
  }

  static JsonArray names(List<String> names) {
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    return array;
  }

  static JsonObject any(JsonObject... schemas) {
    return with("anyOf", array(List.of(schemas)));
  }

  static JsonArray array(List<JsonObject> schemas) {
    JsonArray array = new JsonArray();
    schemas.forEach(array::add);
    return array;
  }

  static JsonObject with(String key, JsonElement value) {
    JsonObject schema = new JsonObject();
    schema.add(key, value);
    return schema;
  }
}
