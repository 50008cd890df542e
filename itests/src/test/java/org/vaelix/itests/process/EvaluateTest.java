package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;

/** {@code evaluate --samples}: the held-out log-likelihood through the command. */
class EvaluateTest {
  private static final Path DIGITS = Packaged.repository().resolve("examples/digits");

  /** Each row is rounded to about this on the default backend. */
  private static final double SINGLE_PRECISION = 1e-4;

  @TempDir static Path folder;

  @BeforeAll
  static void train() throws IOException {
    VaelixProcess.run(
            folder,
            "train",
            DIGITS.resolve("vae.json").toString(),
            "--set",
            "training.epochs=6",
            "--set",
            "run.folder=run")
        .expect(0);
  }

  private static JsonObject splits(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("evaluate", "run"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--json", "scores.json"));
    VaelixProcess.run(folder, arguments.toArray(String[]::new)).expect(0);
    String text = Files.readString(folder.resolve("scores.json"));
    return JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("splits");
  }

  private static double number(JsonObject splits, String split, String name) {
    return splits.getAsJsonObject(split).getAsJsonObject("logLikelihood").get(name).getAsDouble();
  }

  @Test
  void everySplitHasBoundsAndErrorBesideTheNullModel() throws IOException {
    VaelixProcess.Result result =
        VaelixProcess.run(folder, "evaluate", "run", "--samples", "50").expect(0);
    assertTrue(
        result
            .out()
            .lines()
            .findFirst()
            .orElseThrow()
            .matches("split +rows +ELBO +IWAE-50 +error +null model +gain"),
        result.out());
    JsonObject splits = splits("--samples", "50");
    for (String split : List.of("train", "validation", "test")) {
      double elbo = number(splits, split, "elbo");
      double iwae = number(splits, split, "iwae");
      double error = number(splits, split, "standardError");
      assertTrue(elbo < iwae, split + ": " + elbo + " and " + iwae);
      assertTrue(error > 0 && error < 1, split + ": " + error);
      String row = result.out().lines().filter(l -> l.startsWith(split)).findFirst().orElseThrow();
      assertTrue(row.contains(String.format(Locale.ROOT, "%.3f", iwae)), row);
      JsonObject score = splits.getAsJsonObject(split);
      double nullModel = score.getAsJsonObject("nullModel").get("elbo").getAsDouble();
      assertTrue(row.contains(String.format(Locale.ROOT, "%.3f", nullModel)), row);
      // One draw for each row against fifty: far within a nat in the mean of 180 rows.
      assertEquals(elbo, score.get("elbo").getAsDouble(), 0.5, split);
    }
  }

  @Test
  void theBatchIsAMatterOfRounding() throws IOException {
    JsonObject expected = splits("--samples", "20");
    JsonObject pieces = splits("--samples", "20", "--batch", "7");
    for (String name : List.of("elbo", "iwae", "standardError")) {
      assertEquals(
          number(expected, "test", name), number(pieces, "test", name), SINGLE_PRECISION, name);
    }
  }

  @Test
  void otherRowsAreOneSplit() throws IOException {
    JsonObject splits = splits("--data", DIGITS.resolve("digits.csv").toString(), "--samples", "5");
    assertEquals(List.of("data"), List.copyOf(splits.keySet()));
    assertTrue(number(splits, "data", "elbo") < number(splits, "data", "iwae"));
  }

  @Test
  void interruptedItEndsAndWritesNothing() throws IOException {
    Path json = folder.resolve("never.json");
    try (VaelixProcess process =
        VaelixProcess.start(
            folder, "evaluate", "run", "--samples", "100000000", "--json", json.toString())) {
      process.await(
          () -> {
            try {
              return process.err().contains("draws, about");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      process.signal("TERM");
      VaelixProcess.Result result = process.finish().expect(130);
      assertTrue(result.err().contains("interrupted"), result.err());
      assertEquals(List.of(), result.leftovers());
    }
    assertFalse(Files.exists(json));
  }

  @Test
  void mistakesAreAnsweredInOneSentence() throws IOException {
    assertEquals("vaelix: --samples must be at least 1, got 0\n", mistake("--samples", "0"));
    assertEquals("vaelix: --batch is for --samples, which is missing\n", mistake("--batch", "9"));
    VaelixProcess.run(
            folder,
            "train",
            DIGITS.resolve("vae.json").toString(),
            "--set",
            "training.epochs=1",
            "--set",
            "model={\"type\": \"autoencoder\"}",
            "--set",
            "run.folder=plain")
        .expect(0);
    String message =
        VaelixProcess.run(folder, "evaluate", "plain", "--samples", "3").expect(2).err();
    assertEquals(
        "vaelix: this kind of model has no densities of latent variables, from which ln p(x) would"
            + " be estimated; a variational one, such as vae, has them\n",
        message);
  }

  private static String mistake(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("evaluate", "run"));
    arguments.addAll(List.of(more));
    return VaelixProcess.run(folder, arguments.toArray(String[]::new)).expect(2).err();
  }
}
