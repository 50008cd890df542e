package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.recipe.Recipe;

/** Writes the schema of a recipe: its own options, and a definition of each kind and part. */
public final class PartSchemas {
  private static final String BACKEND = "backend";
  private static final String AUTO = "auto";

  private final Schema schema = new Schema();
  private final Map<String, Map<String, PartFile>> files = new TreeMap<>();

  /**
   * Reads what the parts say about themselves.
   *
   * @param catalog of the parts there are
   */
  public PartSchemas(Catalog catalog) {
    for (PartReference part : catalog.parts()) {
      PartFile file = PartFile.of(part);
      if (file.fault().isEmpty()) {
        files
            .computeIfAbsent(part.kind(), kind -> new LinkedHashMap<>())
            .putIfAbsent(part.type(), file);
      }
    }
  }

  /** {@return the schema of a recipe} */
  public JsonObject recipe() {
    JsonObject recipe = new JsonObject();
    recipe.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    recipe.addProperty("title", "Vaelix recipe");
    JsonObject defaults = Documents.defaults("");
    JsonObject object = schema.object(Option.of(Recipe.class, defaults));
    JsonObject properties = object.getAsJsonObject("properties");
    properties.getAsJsonObject("name").remove("default"); // it is the file's name
    properties.add("$schema", Schema.typed("string"));
    object.entrySet().forEach(e -> recipe.add(e.getKey(), e.getValue()));
    recipe.add("$defs", definitions());
    return recipe;
  }

  private JsonObject definitions() {
    Map<String, JsonObject> definitions = new TreeMap<>();
    files.forEach(
        (kind, ofKind) ->
            ofKind.forEach((type, file) -> definitions.put(kind + "." + type, part(file))));
    definitions.put(BACKEND + "." + AUTO, typed(AUTO, schema.object(List.of())));
    // Only now are all kinds known, those included that parts ask for and nobody offers.
    Set<String> kinds = new TreeSet<>(files.keySet());
    kinds.addAll(schema.kinds());
    kinds.forEach(kind -> definitions.put(kind, kind(kind)));
    JsonObject json = new JsonObject();
    definitions.forEach(json::add);
    return json;
  }

  private JsonObject part(PartFile file) {
    JsonObject object = typed(file.part().type(), schema.object(file.options()));
    object.getAsJsonObject("properties").add("version", version());
    if (file.doc() != null) {
      object.addProperty("description", file.doc().value());
    }
    return object;
  }

  private static JsonObject version() {
    JsonObject version = Schema.typed("string");
    version.addProperty("description", "versions of its bundle that are accepted, such as [1.2,2)");
    return version;
  }

  /** {@return the schema with "type" as the first property} */
  private static JsonObject typed(String type, JsonObject object) {
    JsonObject properties = Schema.with("type", Schema.with("const", new JsonPrimitive(type)));
    for (Map.Entry<String, JsonElement> e : object.getAsJsonObject("properties").entrySet()) {
      properties.add(e.getKey(), e.getValue());
    }
    object.add("properties", properties);
    return object;
  }

  private JsonObject kind(String kind) {
    Collection<PartFile> parts = files.getOrDefault(kind, Map.of()).values();
    List<String> types = new ArrayList<>(parts.stream().map(file -> file.part().type()).toList());
    List<String> shorts =
        new ArrayList<>(
            parts.stream().filter(PartFile::hasShortForm).map(file -> file.part().type()).toList());
    if (kind.equals(BACKEND)) {
      types.add(AUTO);
      shorts.add(AUTO);
    }
    List<JsonObject> forms = new ArrayList<>(List.of(options(kind, types)));
    if (!shorts.isEmpty()) {
      forms.add(Schema.oneOf(shorts));
    }
    if (kind.equals(OptionType.SCHEDULE)) {
      forms.add(Schema.typed("number"));
    }
    return Schema.any(forms.toArray(JsonObject[]::new));
  }

  /** {@return the long form: the options that are there depend on the type} */
  private static JsonObject options(String kind, List<String> types) {
    JsonObject object = Schema.typed("object");
    object.add("properties", Schema.with("type", Schema.oneOf(types)));
    object.add("required", Schema.names(List.of("type")));
    if (!types.isEmpty()) { // JSON Schema allows neither an empty enum of types nor an empty allOf
      object.add("allOf", Schema.array(types.stream().map(type -> branch(kind, type)).toList()));
    }
    return object;
  }

  private static JsonObject branch(String kind, String type) {
    JsonObject isType = Schema.with("type", Schema.with("const", new JsonPrimitive(type)));
    JsonObject branch = Schema.with("if", Schema.with("properties", isType));
    branch.add("then", Schema.reference(kind + "." + type));
    return branch;
  }
}
