package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.PartDescription;
import org.vaelix.core.recipe.RecipeReader;

/** What every part of every bundle says of itself is whole, true to the reader, and on a page. */
class PartPagesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "parts");

  /** A backend is no formula. */
  private static final Set<String> WITHOUT_FORMULA = Set.of("backend");

  /** The objects of a recipe in which a fragment of a kind is pasted; schedules are anywhere. */
  private static final Map<String, List<String>> PLACES =
      Map.of("optimiser", List.of("training"), "schedule", List.of("model", "objective"));

  private static final Set<String> TOP = Set.of("data", "model", "backend");

  private static final Catalog CATALOG = FlatRun.catalog();

  @TempDir Path folder;

  @Test
  void thePagesSayWhatThePartsSay() throws IOException {
    Map<String, String> expected = PartPages.of(CATALOG);
    if (Boolean.getBoolean("vaelix.docs.write")) {
      Files.createDirectories(PAGES);
      for (String old : read().keySet()) {
        Files.delete(PAGES.resolve(old));
      }
      for (Map.Entry<String, String> page : expected.entrySet()) {
        Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
      }
    }
    assertEquals(
        expected,
        read(),
        "docs/parts is not what the parts say; rewrite it with " + PartPages.COMMAND);
  }

  private static Map<String, String> read() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    if (Files.isDirectory(PAGES)) {
      try (Stream<Path> files = Files.list(PAGES)) {
        for (Path file : files.toList()) {
          pages.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return pages;
  }

  static Stream<String> parts() {
    return CATALOG.parts().stream().map(part -> part.kind() + "/" + part.type());
  }

  private static PartDescription describe(String name) {
    String[] kindAndType = name.split("/");
    PartReference part = CATALOG.find(kindAndType[0], kindAndType[1]).orElseThrow();
    return PartDescription.of(part);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyPartSaysWhatItIs(String name) {
    PartDescription part = describe(name);
    assertTrue(!part.summary().isEmpty(), name + " lacks a @Doc");
    if (!WITHOUT_FORMULA.contains(name.split("/")[0])) {
      assertTrue(!part.formula().isEmpty(), name + " lacks the formula of its @Doc");
      assertTrue(!part.source().isEmpty(), name + " lacks the source of its @Doc");
    }
    for (PartDescription.Option option : part.options()) {
      assertTrue(!option.doc().isEmpty(), name + ": option " + option.name() + " lacks a @Doc");
    }
  }

  /** Pasted where it says it belongs, it reads, and to the options it shows. */
  @ParameterizedTest
  @MethodSource("parts")
  void everyFragmentReadsBack(String name) {
    String kind = name.split("/")[0];
    assumeTrue(!kind.equals("analysis"), "no recipe names one");
    JsonObject fragment =
        JsonParser.parseString("{" + describe(name).fragment() + "}").getAsJsonObject();
    JsonObject recipe = recipe(kind);
    JsonObject place = within(recipe, kind);
    fragment.asMap().forEach(place::add);
    try (LoadedRecipe loaded = RecipeReader.read(recipe, folder, List.of(), CATALOG)) {
      JsonObject read = within(loaded.resolved(), kind);
      fragment.asMap().forEach((key, given) -> assertKept(name, given, read.get(key)));
    }
  }

  /** A default written as a type's name is read to that part with its options. */
  private static void assertKept(String place, JsonElement given, JsonElement read) {
    if (given.isJsonObject()) {
      given
          .getAsJsonObject()
          .asMap()
          .forEach((k, v) -> assertKept(place + "." + k, v, read.getAsJsonObject().get(k)));
    } else if (given.isJsonArray()) {
      JsonArray items = given.getAsJsonArray();
      assertEquals(items.size(), read.getAsJsonArray().size(), place);
      for (int i = 0; i < items.size(); i++) {
        assertKept(place + "[" + i + "]", items.get(i), read.getAsJsonArray().get(i));
      }
    } else if (read.isJsonObject()) {
      assertEquals(given, read.getAsJsonObject().get("type"), place);
    } else {
      assertEquals(given, read, place);
    }
  }

  private static JsonObject recipe(String kind) {
    String model = kind.equals("regulariser") ? "autoencoder" : "vae";
    return JsonParser.parseString(
            """
            {"data": {"type": "linear-gaussian"}, "backend": "reference",
             "model": {"type": "%s"}, "training": {}}
            """
                .formatted(model))
        .getAsJsonObject();
  }

  private static JsonObject within(JsonObject recipe, String kind) {
    JsonObject place = recipe;
    if (!TOP.contains(kind)) {
      for (String key : PLACES.getOrDefault(kind, List.of("model"))) {
        if (!place.has(key)) {
          place.add(key, new JsonObject());
        }
        place = place.getAsJsonObject(key);
      }
    }
    return place;
  }
}
