package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyse}: what the latent space of a linear model holds, which is known. */
class AnalyseTest {
  @TempDir static Path folder;

  @BeforeAll
  static void train() throws IOException {
    Files.writeString(
        folder.resolve("recipe.json"),
        """
        {"data": {"type": "linear-gaussian", "rows": 3000, "features": 6, "latent": 2, "noise": 0.8},
         "split": {"validation": 0, "test": 0.5},
         "model": {"type": "vae", "latent": 3, "architecture": {"type": "mlp", "hidden": []},
                   "likelihood": {"type": "gaussian"}},
         "training": {"epochs": 60, "batchSize": 100, "optimiser": {"type": "adam", "learningRate": 0.01}}}
        """);
    VaelixProcess.run(folder, "train", "recipe.json", "--set", "run.folder=run").expect(0);
  }

  private static JsonObject analyse(String... more) throws IOException {
    return all(more).getAsJsonObject("information");
  }

  private static JsonObject all(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("analyse", "run", "--json", "found.json"));
    arguments.addAll(List.of(more));
    VaelixProcess.run(folder, arguments.toArray(String[]::new)).expect(0);
    String text = Files.readString(folder.resolve("found.json"));
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static double number(JsonObject json, String name, String part) {
    return json.getAsJsonObject(name).get(part).getAsDouble();
  }

  /**
   * The optimum of a linear decoder with σ = 1 is that of principal components (Tipping and Bishop
   * 1999, equation 7): I = Σ ½ ln λ over the eigenvalues λ > 1 of the data's covariance, which are
   * 6 + 0.64 and 1.5 + 0.64 here, and q(z) is p(z). An eigenvalue of 1500 rows has the standard
   * error λ √(2/1500).
   */
  @Test
  void aLinearModelHoldsWhatTheoryPredicts() throws IOException {
    JsonObject found = analyse();
    assertEquals(1500, found.get("rows").getAsInt());
    assertEquals(2, found.get("activeUnits").getAsInt());
    double error = number(found, "mutualInformation", "standardError");
    double ofTheEigenvalues = 0.5 * Math.sqrt(2 * 2 / 1500.0);
    assertEquals(
        0.5 * (Math.log(6.64) + Math.log(2.14)),
        number(found, "mutualInformation", "value"),
        3 * Math.hypot(error, ofTheEigenvalues));
    assertEquals(
        0,
        number(found, "identityGap", "value"),
        3 * number(found, "identityGap", "standardError"));
    assertEquals(0, number(found, "aggregateKl", "value"), 0.05);
    assertTrue(number(found, "elboLostWhenShuffled", "value") > 2);
  }

  @Test
  void otherAnalysesOfALinearModel() throws IOException {
    JsonObject found = all();
    JsonObject parts = found.getAsJsonObject("kl-decomposition").getAsJsonObject("allRows");
    JsonObject information = found.getAsJsonObject("information");
    assertEquals(
        number(information, "mutualInformation", "value"),
        number(parts, "mutualInformation", "value"),
        1e-3);
    // The optimum's latent variables are mixed by any rotation: the space is right, the axes are
    // not.
    JsonObject latents = found.getAsJsonObject("identifiability").getAsJsonObject("latents");
    assertTrue(latents.get("mccPearsonLinear").getAsDouble() > 0.7, latents.toString());
    assertEquals(2, latents.getAsJsonArray("angles").size());
    JsonArray block = found.getAsJsonObject("invariance").getAsJsonArray("block");
    assertEquals("[0.0,0.0,0.0]", block.toString());
  }

  @Test
  void blocksOfThePriorAreFound() throws IOException {
    VaelixProcess.run(
            folder,
            "train",
            "recipe.json",
            "--set",
            "run.folder=blocks",
            "--set",
            "training.epochs=1",
            "--set",
            "model.prior={\"type\":\"anisotropic-gaussian\",\"blocks\":[2,1],\"variances\":[4,0.25]}")
        .expect(0);
    VaelixProcess.run(folder, "analyse", "blocks", "--only", "invariance", "--json", "blocks.json")
        .expect(0);
    String text = Files.readString(folder.resolve("blocks.json"));
    JsonObject found = JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("invariance");
    assertEquals("[0.0,0.0,1.0]", found.getAsJsonArray("block").toString());
    JsonObject rotations = found.getAsJsonObject("rotations");
    double inside = number(rotations.getAsJsonObject("within 0-1"), "elboChange", "value");
    assertEquals(0, inside, 1e-4);
    assertTrue(
        Math.abs(number(rotations.getAsJsonObject("of all axes"), "elboChange", "value")) > 1e-3);
  }

  @Test
  void twoRunsAreComparedOnTheSameRows() throws IOException {
    JsonObject same =
        all("--with", "run").getAsJsonObject("identifiability").getAsJsonObject("the other run");
    assertEquals(1, same.get("mccPearson").getAsDouble(), 1e-6);
    assertEquals("[0.0,1.0,2.0]", same.getAsJsonArray("code").toString());
    VaelixProcess.run(
            folder,
            "train",
            "recipe.json",
            "--set",
            "run.folder=other",
            "--set",
            "training.epochs=1",
            "--set",
            "data.noise=0.7")
        .expect(0);
    assertTrue(
        VaelixProcess.run(folder, "analyse", "run", "--with", "other")
            .expect(2)
            .err()
            .contains("the two runs were trained on different data"));
  }

  @Test
  void rowsCanBeChosen() throws IOException {
    assertEquals(100, analyse("--rows", "train", "--most", "100").get("rows").getAsInt());
    // Too few for a linear map, which says so; the others answer.
    assertEquals(4, analyse("--rows", "test:0,7-9").get("rows").getAsInt());
    assertTrue(
        VaelixProcess.run(folder, "analyse", "run", "--rows", "test:0,7-9")
            .expect(0)
            .out()
            .contains("identifiability: half of the rows are too few"));
    assertTrue(
        VaelixProcess.run(folder, "analyse", "run", "--rows", "validation")
            .expect(2)
            .err()
            .contains("the run's split validation has no rows; choose others"));
  }

  @Test
  void anUnknownAnalysisIsRefused() throws IOException {
    assertTrue(
        VaelixProcess.run(folder, "analyse", "run", "--only", "entropy")
            .expect(2)
            .err()
            .contains("there is no analysis 'entropy'; 'list analysis' shows those there are"));
  }

  @Test
  void likeNeedsRowsAndGoesWithoutConditions() throws IOException {
    assertTrue(
        VaelixProcess.run(folder, "sample", "run").expect(2).err().contains("how many rows?"));
    assertTrue(
        VaelixProcess.run(folder, "sample", "run", "--like", "test:0", "--condition", "a=b")
            .expect(2)
            .err()
            .contains("--condition does not go with --like"));
    assertTrue(
        VaelixProcess.run(folder, "sample", "run", "--like", "test:0")
            .expect(2)
            .err()
            .contains("the model has no skips to borrow from rows"));
  }
}
