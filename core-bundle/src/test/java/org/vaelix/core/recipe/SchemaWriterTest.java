package org.vaelix.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema, judged by an independent validator; it must agree with the reader. */
class SchemaWriterTest {
  private static final String SMALLEST =
      "{\"data\": {\"type\": \"file\", \"file\": \"x.csv\"}, \"model\": \"toy\"}";

  private final FakeCatalog catalog = FakeParts.catalog();
  private final JsonObject json = SchemaWriter.write(catalog);

  private boolean isValid(JsonObject recipe) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json.toString());
    return schema.validate(recipe.toString(), InputFormat.JSON).isEmpty();
  }

  private static JsonObject smallest(String key, String value) {
    JsonObject recipe = JsonParser.parseString(SMALLEST).getAsJsonObject();
    if (!key.isEmpty()) {
      recipe.add(key, JsonParser.parseString(value));
    }
    return recipe;
  }

  private LoadedRecipe read(JsonObject recipe) {
    return RecipeReader.read(recipe, Path.of("."), List.of(), catalog);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=0",
        "seed=3",
        "$schema=\"recipe.schema.json\"",
        "dataFolder=null",
        "model={\"type\": \"toy\", \"latentSize\": 3, \"hidden\": [1], \"shape\": \"soft-plus\"}",
        "model={\"type\": \"toy\", \"prior\": \"laplace\", \"second\": {\"type\": \"standard\"}}",
        "model={\"type\": \"toy\", \"prior\": {\"type\": \"laplace\", \"version\": \"[1,2)\"}}",
        "model={\"type\": \"toy\", \"prior\": {}, \"second\": null, \"beta\": 4}",
        "model={\"type\": \"toy\", \"beta\": {\"type\": \"ramp\", \"to\": 4}}",
        "model={\"type\": \"toy\", \"window\": {\"width\": 3}, \"windows\": [{}, {\"width\": 2}]}",
        "training={\"optimiser\": {\"learningRate\": 0.1}, \"earlyStopping\": {\"patience\": 3}}",
        "training={\"optimiser\": {\"type\": \"adam\", \"learningRate\": \"ramp\"}}",
        "backend=\"auto\"",
        "backend={\"type\": \"auto\"}",
        "backend={}",
        "backend={\"type\": \"reference\", \"threads\": 2}",
      })
  void acceptsWhatTheReaderAcceptsAndWhatItResolvesTo(String change) {
    int equals = change.indexOf('=');
    JsonObject recipe = smallest(change.substring(0, equals), change.substring(equals + 1));
    assertEquals(true, isValid(recipe));
    try (LoadedRecipe loaded = read(recipe)) {
      assertEquals(true, isValid(loaded.resolved()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sed=3",
        "seed=\"3\"",
        "seed=0.5",
        "data=\"file\"",
        "data={\"type\": \"file\"}",
        "data={\"file\": \"x.csv\"}",
        "model=\"unknown\"",
        "model=null",
        "model={\"latentSize\": 3}",
        "model={\"type\": \"toy\", \"latent\": 3}",
        "model={\"type\": \"toy\", \"latentSize\": null}",
        "model={\"type\": \"toy\", \"latentSize\": 3000000000}",
        "model={\"type\": \"toy\", \"shape\": \"SOFT_PLUS\"}",
        "model={\"type\": \"toy\", \"prior\": {\"scale\": 1}}",
        "model={\"type\": \"toy\", \"prior\": 1}",
        "model={\"type\": \"toy\", \"prior\": \"broken\"}",
        "model={\"type\": \"toy\", \"beta\": {}}",
        "model={\"type\": \"toy\", \"beta\": true}",
        "model={\"type\": \"toy\", \"window\": {\"with\": 3}}",
        "model={\"type\": \"toy\", \"windows\": [3]}",
        "training={\"optimiser\": {\"type\": \"adam\", \"rate\": 3}}",
        "training={\"earlyStopping\": 3}",
        "backend={\"threads\": 2}",
        "backend={\"type\": \"auto\", \"threads\": 2}",
      })
  void refusesWhatTheReaderRefuses(String change) {
    int equals = change.indexOf('=');
    JsonObject recipe = smallest(change.substring(0, equals), change.substring(equals + 1));
    assertFalse(isValid(recipe));
    assertThrows(RecipeException.class, () -> read(recipe));
  }

  @Test
  void dataAndModelAreRequired() {
    assertFalse(isValid(new JsonObject()));
    assertEquals("[\"data\",\"model\"]", json.get("required").toString());
  }

  @Test
  void carriesDescriptionsAndDefaultsForEditors() {
    JsonObject laplace = json.getAsJsonObject("$defs").getAsJsonObject("prior.laplace");
    assertEquals("heavy-tailed prior", laplace.get("description").getAsString());
    assertEquals(
        "{\"description\":\"scale b, above 0, in latent units\",\"default\":1.0,"
            + "\"type\":\"number\"}",
        laplace.getAsJsonObject("properties").get("scale").toString());
  }

  @Test
  void isItselfAValidSchema() {
    Schema draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    assertEquals(List.of(), draft.validate(json.toString(), InputFormat.JSON));
    JsonObject empty = SchemaWriter.write(new FakeCatalog());
    assertEquals(List.of(), draft.validate(empty.toString(), InputFormat.JSON));
  }

  @Test
  void givesAllLeasesBack() {
    assertEquals(0, catalog.leases());
  }
}
