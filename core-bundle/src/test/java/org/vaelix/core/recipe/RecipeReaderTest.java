package org.vaelix.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.composition.TraceContext;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;

class RecipeReaderTest {
  private static final String SMALLEST =
      "{\"data\": {\"type\": \"file\", \"file\": \"x.csv\"}, \"model\": \"toy\"}";

  @TempDir Path folder;
  private final FakeCatalog catalog = FakeParts.catalog();

  private LoadedRecipe read(String json, String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("my first (1).json"), json);
    return RecipeReader.read(file, List.of(settings), catalog);
  }

  @Test
  void smallestRecipeHasDefaultsForAllElse() throws IOException {
    try (LoadedRecipe loaded = read("\uFEFF" + SMALLEST)) {
      Recipe recipe = loaded.recipe();
      assertEquals("my-first--1-", recipe.name());
      assertEquals(0, recipe.seed());
      assertEquals(Optional.of(folder.toAbsolutePath().toString()), recipe.dataFolder());
      assertEquals(Split.DEFAULTS, recipe.split());
      assertEquals(Preprocess.DEFAULTS, recipe.preprocess());
      assertEquals(RunOptions.DEFAULTS, recipe.run());
      assertEquals(100, recipe.training().epochs());
      assertEquals(1e-3, recipe.training().optimiser().learningRate().at(0.5));
      assertEquals("reference", recipe.backend().type());
      assertEquals("toy", recipe.model().type());
    }
  }

  @Test
  void resolvedSpellsOutEveryDefault() throws IOException {
    try (LoadedRecipe loaded = read(SMALLEST, "dataFolder=../rows")) {
      JsonObject expected =
          JsonParser.parseString(
                  """
                  {"name": "my-first--1-", "seed": 0, "dataFolder": "",
                   "data": {"type": "file", "file": "x.csv", "header": true, "columns": null},
                   "conditions": [],
                   "preprocess": {"scale": 1.0, "threshold": null, "missing": "refuse", "shape": []},
                   "split": {"validation": 0.1, "test": 0.1, "shuffle": true},
                   "model": {"type": "toy", "latentSize": 2, "hidden": [64, 64], "shape": "relu",
                     "prior": {"type": "standard"}, "beta": 1.0, "second": null,
                     "window": {"width": 4, "overlap": 0.25}, "windows": []},
                   "training": {"epochs": 100, "batchSize": 64,
                     "optimiser": {"type": "adam", "learningRate": 0.001, "beta1": 0.9},
                     "clipNorm": null, "clipValue": null, "earlyStopping": null,
                     "plateau": null, "checkpointEvery": 5, "onPartChange": "pin"},
                   "backend": {"type": "reference", "threads": 1},
                   "run": {"folder": null, "parent": "runs"}}
                  """)
              .getAsJsonObject();
      Path data = folder.toAbsolutePath().resolveSibling("rows");
      expected.addProperty("dataFolder", data.toString());
      assertEquals(expected.toString(), loaded.resolved().toString());
    }
  }

  @Test
  void aStringStandsForAConditionsColumn() throws IOException {
    String setting =
        "conditions=[\"batch\", {\"column\": \"n\", \"name\": \"size\", \"as\": \"exposure\"}]";
    try (LoadedRecipe loaded = read(SMALLEST, setting)) {
      List<ConditionColumn> conditions = loaded.recipe().conditions();
      assertEquals("batch", conditions.get(0).reference());
      assertEquals(ConditionColumn.As.AUTO, conditions.get(0).as());
      assertEquals("size", conditions.get(1).reference());
      assertEquals(
          "[{\"column\":\"batch\",\"name\":null,\"as\":\"auto\",\"networks\":null},"
              + "{\"column\":\"n\",\"name\":\"size\",\"as\":\"exposure\",\"networks\":null}]",
          loaded.resolved().get("conditions").toString());
    }
  }

  @Test
  void resolvedReadsBackToTheSame() throws IOException {
    String rich =
        """
        {"$schema": "recipe.schema.json", "seed": 9007199254740993, "name": "rich",
         "data": {"type": "file", "file": "x.csv", "columns": ["a", "b"]},
         "model": {"type": "toy", "latentSize": 3, "shape": "soft-plus", "hidden": [],
           "prior": {"type": "laplace", "scale": 0.1}, "second": "laplace",
           "beta": {"type": "ramp", "to": 4}, "window": {"overlap": 0.75},
           "windows": [{}, {"width": 9}]},
         "training": {"earlyStopping": {}, "clipNorm": 5, "optimiser": {"learningRate": 1e-5}},
         "backend": {"type": "reference", "threads": 2}}
        """;
    try (LoadedRecipe first = read(rich);
        LoadedRecipe second = RecipeReader.read(first.resolved(), folder, List.of(), catalog)) {
      assertEquals(first.resolved().toString(), second.resolved().toString());
      assertEquals(9007199254740993L, second.recipe().seed());
      assertEquals(first.recipe().training(), second.recipe().training());
      assertEquals(first.parts(), second.parts());
      JsonObject model = second.resolved().getAsJsonObject("model");
      assertEquals("{\"type\":\"ramp\",\"to\":4.0,\"over\":0.5}", model.get("beta").toString());
      assertEquals("{\"width\":4,\"overlap\":0.75}", model.get("window").toString());
      assertEquals(
          "[{\"width\":8,\"overlap\":0.5},{\"width\":9,\"overlap\":0.5}]",
          model.get("windows").toString());
    }
  }

  @Test
  void settingsReachIntoDefaults() throws IOException {
    try (LoadedRecipe loaded =
        read(
            SMALLEST,
            "model.prior.type=laplace",
            "model.prior.scale=3",
            "backend.type=reference",
            "backend.threads=4",
            "training.optimiser.learningRate.type=ramp",
            "run.folder=here")) {
      assertEquals(4, loaded.recipe().backend().threads());
      assertInstanceOf(
          FakeParts.Ramp.Line.class, loaded.recipe().training().optimiser().learningRate());
      assertEquals(Set.of("/training/optimiser/learningRate"), loaded.schedules().keySet());
      assertEquals(Optional.of("here"), loaded.recipe().run().folder());
    }
  }

  @Test
  void holdsTheLeasesOfTheUsedPartsUntilClosed() throws IOException {
    LoadedRecipe loaded = read(SMALLEST, "model.second=standard");
    assertEquals(
        List.of(
            "/data", "/model", "/model/prior", "/model/second", "/training/optimiser", "/backend"),
        loaded.parts().stream().map(PartUse::path).toList());
    // data, model, prior (one lease for both uses), optimiser, backend
    assertEquals(5, catalog.leases());
    loaded.close();
    loaded.close();
    assertEquals(0, catalog.leases());
  }

  @Test
  void givesEverythingBackWhenARecipeIsRefused() {
    assertThrows(RecipeException.class, () -> read(SMALLEST, "seed=x"));
    assertEquals(0, catalog.leases());
  }

  @Test
  void namesAPartThatFailsWhenItIsMade() throws IOException {
    try (LoadedRecipe loaded = read(SMALLEST, "model.prior=laplace", "model.prior.scale=2")) {
      TraceContext context = new TraceContext(new Graph(), Shape.of(1), Moments.standard(1), false);
      ModelException failure =
          assertThrows(ModelException.class, () -> loaded.recipe().model().create(context));
      assertEquals(
          "prior 'laplace' from org.example.fake 1.2.3 failed in create: IllegalStateException"
              + " (scale was 2.0); this is a fault of that bundle",
          failure.getMessage());
    }
  }

  @Test
  void autoTakesTheAvailableBackendOfHighestRank() throws IOException {
    catalog.with(
        "backend",
        "cpu",
        new FakeParts.FakeBackend(5, org.vaelix.core.backend.Availability.available("AVX-512")));
    try (LoadedRecipe loaded = read(SMALLEST)) {
      assertEquals("cpu", loaded.recipe().backend().type());
      assertEquals(5, catalog.leases());
    }
  }

  @Test
  void unreadableFilesAreNamed() throws IOException {
    Path file = folder.resolve("absent.json");
    assertTrue(message(file).startsWith("absent.json: there is no such file: "));
    assertTrue(message(folder).endsWith("is a folder; name the recipe's file"));
    Files.write(file, new byte[] {'"', (byte) 0xff, '"'});
    assertEquals("absent.json: is not text in UTF-8", message(file));
    Files.write(file, new byte[10_000_001]);
    assertEquals("absent.json: is larger than 10 MB, which no recipe is", message(file));
    Files.writeString(file, "[1]");
    assertEquals("absent.json: a recipe is a JSON object, in braces", message(file));
  }

  private String message(Path file) {
    return assertThrows(RecipeException.class, () -> RecipeReader.read(file, List.of(), catalog))
        .getMessage();
  }
}
