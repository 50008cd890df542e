package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;

/** What a user does first: the shipped recipe, trained for fewer epochs, and what follows. */
class DigitsTest {
  /** Each row is rounded to about this on the default backend, relative to its terms. */
  private static final double SINGLE_PRECISION = 1e-6;

  private static final Path DIGITS = Packaged.repository().resolve("examples/digits");
  private static final int ROWS = 1797;
  private static final int LATENT = 8;

  @TempDir static Path folder;
  private static VaelixProcess.Result training;
  private static RunFolderFiles run;

  @BeforeAll
  static void train() throws IOException {
    training = train("run");
    run = new RunFolderFiles(folder.resolve("run"));
  }

  private static VaelixProcess.Result train(String name, String... more) throws IOException {
    String[] fixed = {
      "train",
      DIGITS.resolve("vae.json").toString(),
      "--set",
      "training.epochs=12",
      "--set",
      "run.folder=" + name
    };
    String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return VaelixProcess.run(folder, all).expect(0);
  }

  @Test
  void theFirstScreenSaysHowGoodAndWhere() {
    assertTrue(training.out().contains("null model"), training.out());
    assertTrue(training.out().contains("run folder  run\n"), training.out());
    assertTrue(training.err().contains("epoch 12/12"), training.err());
    assertEquals(List.of(), training.leftovers());
  }

  @Test
  void everyFileOfTheRunFolderIsThereAndNoOther() throws IOException {
    try (var files = Files.list(run.folder())) {
      assertEquals(
          List.of(
              "checkpoint.safetensors",
              "latents.npy",
              "metrics.jsonl",
              "provenance.json",
              "recipe.json",
              "split.json",
              "statistics.safetensors",
              "summary.json",
              "weights.safetensors"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(12, run.metrics().size());
  }

  @Test
  void theSummaryHasScoresOfEverySplit() throws IOException {
    JsonObject summary = run.json("summary.json");
    for (String split : List.of("train", "validation", "test")) {
      JsonObject score = summary.getAsJsonObject("splits").getAsJsonObject(split);
      double elbo = score.get("elbo").getAsDouble();
      double kl = score.get("kl").getAsDouble();
      double reconstruction = score.get("reconstruction").getAsDouble();
      double nullModel = score.getAsJsonObject("nullModel").get("elbo").getAsDouble();
      JsonArray perDimension = score.getAsJsonArray("klPerDimension");

      assertEquals(reconstruction - kl, elbo, SINGLE_PRECISION * Math.abs(reconstruction));
      assertEquals(LATENT, perDimension.size());
      assertEquals(
          kl,
          perDimension.asList().stream().mapToDouble(JsonElement::getAsDouble).sum(),
          SINGLE_PRECISION * kl);
      assertTrue(elbo > nullModel + 1, split + ": " + elbo + " against " + nullModel);
    }
  }

  @Test
  void theSummaryHasTimesAndBackend() throws IOException {
    JsonObject summary = run.json("summary.json");
    int stepsPerEpoch = (1437 + 63) / 64;

    assertEquals(12 * stepsPerEpoch, summary.get("steps").getAsInt());
    assertTrue(summary.get("seconds").getAsDouble() > 0);
    assertTrue(summary.get("stepMilliseconds").getAsDouble() > 0);
    assertTrue(summary.get("threads").getAsInt() > 0);
    assertFalse(summary.get("backend").getAsString().isEmpty());
  }

  @Test
  void provenanceNamesEveryPartAndItsBundle() throws IOException {
    JsonObject provenance = run.json("provenance.json");
    List<String> parts =
        provenance.getAsJsonArray("parts").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .map(part -> part.get("path").getAsString() + " " + part.get("bundle").getAsString())
            .toList();

    assertTrue(parts.contains("/model/likelihood org.vaelix.likelihoods-bundle"), "" + parts);
    assertTrue(parts.contains("/data org.vaelix.data-bundle"), "" + parts);
    provenance
        .getAsJsonArray("parts")
        .forEach(
            part ->
                assertTrue(
                    part.getAsJsonObject().get("sha256").getAsString().matches("[0-9a-f]{64}"),
                    part.toString()));
  }

  @Test
  void evaluateComputesTheSameScores() throws IOException {
    String page = VaelixProcess.run(folder, "evaluate", "run").expect(0).out();

    assertTrue(training.out().contains(page), page + "\nis not in\n" + training.out());
  }

  @Test
  void encodingTheSameRowsGivesTheSameLatents() throws IOException {
    String data = DIGITS.resolve("digits.csv").toString();
    VaelixProcess.run(folder, "encode", "run", data, "--out", "codes.npy").expect(0);
    double[] latents = RunFolderFiles.doubles(run.file("latents.npy"));

    assertEquals(ROWS * LATENT, latents.length);
    assertArrayEquals(latents, RunFolderFiles.doubles(folder.resolve("codes.npy")));
  }

  @Test
  void reconstructionsOfOwnRowsAndOfTheirFileAreTheSameProbabilities() throws IOException {
    String data = DIGITS.resolve("digits.csv").toString();
    VaelixProcess.run(folder, "reconstruct", "run", "--out", "own.npy").expect(0);
    VaelixProcess.run(folder, "reconstruct", "run", data, "--out", "means.npy").expect(0);
    double[] own = RunFolderFiles.doubles(folder.resolve("own.npy"));

    assertEquals(ROWS * 64, own.length);
    assertTrue(Arrays.stream(own).allMatch(value -> value >= 0 && value <= 1));
    assertArrayEquals(own, RunFolderFiles.doubles(folder.resolve("means.npy")));
  }

  @Test
  void samplesAreRowsThatTheLikelihoodCanGive() throws IOException {
    VaelixProcess.run(folder, "sample", "run", "-n", "10", "--out", "a.npy").expect(0);
    VaelixProcess.run(folder, "sample", "run", "-n", "10", "--out", "b.npy").expect(0);
    VaelixProcess.run(folder, "sample", "run", "-n", "10", "--seed", "1", "--out", "c.npy")
        .expect(0);
    double[] samples = RunFolderFiles.doubles(folder.resolve("a.npy"));

    assertEquals(10 * 64, samples.length);
    assertTrue(Arrays.stream(samples).allMatch(value -> value == 0 || value == 1));
    assertTrue(Arrays.stream(samples).anyMatch(value -> value == 1));
    assertArrayEquals(samples, RunFolderFiles.doubles(folder.resolve("b.npy")));
    assertFalse(Arrays.equals(samples, RunFolderFiles.doubles(folder.resolve("c.npy"))));
  }

  @Test
  void oneSeedGivesTheSameBitsAndAnotherOthers() throws IOException {
    train("again");
    train("other", "--set", "seed=2");

    assertArrayEquals(run.weights(), new RunFolderFiles(folder.resolve("again")).weights());
    assertFalse(
        Arrays.equals(run.weights(), new RunFolderFiles(folder.resolve("other")).weights()));
  }

  @Test
  void theRecipeOfTheRunFolderTrainsTheSameBits() throws IOException {
    String recipe = run.file("recipe.json").toString();
    VaelixProcess.run(folder, "train", recipe, "--set", "run.folder=reread").expect(0);
    RunFolderFiles reread = new RunFolderFiles(folder.resolve("reread"));

    assertArrayEquals(run.weights(), reread.weights());
    assertEquals(run.metrics(), reread.metrics());
  }

  @Test
  void runsAreNumbered() throws IOException {
    String recipe = DIGITS.resolve("vae.json").toString();
    for (int number : IntStream.rangeClosed(1, 2).toArray()) {
      VaelixProcess.run(folder, "train", recipe, "--set", "training.epochs=1").expect(0);
      assertTrue(Files.exists(folder.resolve("runs/digits-" + number + "/summary.json")));
    }
  }
}
