package org.vaelix.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;

/** Two versions of one part are installed: the newest wins, unless the recipe says which. */
class PartVersionsTest {
  private static final String RECIPE =
      "{\"data\": {\"type\": \"file\", \"file\": \"x.csv\"},"
          + " \"model\": {\"type\": \"toy\", \"prior\": %s}}";

  private final FakeCatalog catalog = versions("3.0.0", "1.9.0.beta", "1.2.0");

  private static FakeCatalog versions(String... versions) {
    PartReference laplace = FakeParts.catalog().find("prior", "laplace").orElseThrow();
    FakeCatalog catalog = FakeParts.catalog().without("prior", "laplace");
    try (Lease lease = laplace.lease()) {
      for (String version : versions) {
        catalog.with("prior", "laplace", lease.factory(), version);
      }
    }
    return catalog;
  }

  private LoadedRecipe read(String prior) {
    JsonObject recipe = JsonParser.parseString(RECIPE.formatted(prior)).getAsJsonObject();
    return RecipeReader.read(recipe, Path.of("."), List.of(), catalog);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'laplace'}                        | 3.0.0",
        "{'type': 'laplace', 'version': '1'}        | 3.0.0",
        "{'type': 'laplace', 'version': '[1,2)'}    | 1.9.0.beta",
        "{'type': 'laplace', 'version': '[1,1.5)'}  | 1.2.0",
        "{'version': '[3,4)', 'type': 'laplace'}    | 3.0.0",
      })
  void theNewestOfThoseThatFitIsTaken(String prior, String expected) {
    try (LoadedRecipe loaded = read(prior.replace('\'', '"'))) {
      assertEquals(
          List.of(expected),
          loaded.parts().stream()
              .filter(use -> use.path().equals("/model/prior"))
              .map(use -> use.part().origin().version())
              .toList());
    }
  }

  @Test
  void theResolvedRecipeKeepsTheRange() {
    try (LoadedRecipe loaded = read("{\"type\": \"laplace\", \"version\": \"[1,2)\"}")) {
      JsonObject prior = loaded.resolved().getAsJsonObject("model").getAsJsonObject("prior");
      assertEquals("[1,2)", prior.get("version").getAsString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"[4,5)\" | there is no prior 'laplace' of version [4,5) (installed: org.example.fake 3.0.0, org.example.fake 1.9.0.beta, org.example.fake 1.2.0)",
        "\"^1.2\"  | must be a range such as [1.2,2), or a least version such as 1.2, got \"^1.2\"",
        "1.2       | expected a string, got a number",
      })
  void whatCannotBeHadIsRefused(String version, String expected) {
    RecipeException refused =
        assertThrows(
            RecipeException.class,
            () -> read("{\"type\": \"laplace\", \"version\": " + version + "}"));

    assertEquals(
        List.of("/model/prior/version: " + expected),
        refused.problems().stream().map(Problem::toString).toList());
  }

  /** An option of this name would never be read: the key belongs to the reader. */
  static final class Versioned implements PriorFactory<Versioned.Config> {
    record Config(String version) {}

    @Override
    public Config defaults() {
      return new Config("any");
    }

    @Override
    public Prior create(Config config, ModelContext context) {
      throw new IllegalStateException();
    }
  }

  @Test
  void aPartWhoseOptionHasTheNameOfTheRangeIsRefused() {
    catalog.with("prior", "versioned", new Versioned());
    String fault =
        "prior 'versioned' from org.example.fake 1.2.3 has an option 'version', a key that belongs"
            + " to every part; rename it; this is a fault of that bundle";
    RecipeException refused = assertThrows(RecipeException.class, () -> read("\"versioned\""));

    assertEquals(List.of(fault), refused.problems().stream().map(Problem::message).toList());
    assertEquals(
        Optional.of(fault),
        PartDescription.fault(catalog.find("prior", "versioned").orElseThrow()));
  }
}
