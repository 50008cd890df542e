package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong after training has begun: numbers that are none, rows that change. */
class FailureTest {
  private static final String RECIPE =
      """
      {"name": "failing", "data": {"type": "csv", "file": "rows.csv"},
       "split": {"validation": 0, "test": 0},
       "model": {"type": "vae", "latent": 2},
       "training": {"epochs": 20, "batchSize": 10,
                    "optimiser": {"type": "adam", "learningRate": 1e100}}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeRecipe() throws IOException {
    Files.writeString(folder.resolve("recipe.json"), RECIPE);
    writeRows(0);
  }

  private void writeRows(double shift) throws IOException {
    StringBuilder rows = new StringBuilder("a,b,c\n");
    for (int row = 0; row < 40; row++) {
      double angle = 0.3 * row + shift;
      rows.append(Math.sin(angle)).append(',').append(Math.cos(angle)).append(',').append(angle);
      rows.append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), rows);
  }

  @Test
  void aLossThatIsNoNumberStopsTrainingAndNamesTermStepAndRows() throws IOException {
    VaelixProcess.Result result =
        VaelixProcess.run(folder, "train", "recipe.json", "--set", "run.folder=run").expect(2);
    String message = result.err().lines().reduce((a, b) -> b).orElseThrow();

    assertTrue(
        message.matches(
            "vaelix: the loss is (NaN|Infinity|-Infinity) in step \\d+ \\(epoch \\d+\\): term '(kl|reconstruction)'"
                + " is not finite in row \\d+, .* of rows\\.csv\\. Lower the learning rate, .*"),
        message);
    assertTrue(message.contains("checkpoint is kept in run/checkpoint.safetensors"), message);
    assertTrue(Files.exists(folder.resolve("run/checkpoint.safetensors")));
    assertFalse(Files.exists(folder.resolve("run/weights.safetensors")));
    assertFalse(result.err().contains("\tat "), result.err());

    VaelixProcess.run(
            folder, "train", "--resume", "run", "--set", "training.optimiser.learningRate=0.001")
        .expect(0);
  }

  /** The same as what MalformedTest asks of all of them, with nothing in between. */
  @ParameterizedTest
  @ValueSource(
      strings = {"recipes/trailing-comma", "recipes/several-mistakes", "data/npy-of-objects"})
  void whatIsMalformedIsAnsweredByAMessage(String name) throws IOException {
    Path malformed = Path.of("src/test/resources/malformed", name).toAbsolutePath();
    List<String> expected =
        Files.readAllLines(malformed.resolve("expected.txt")).stream()
            .map(line -> "vaelix: " + line)
            .toList();

    VaelixProcess.Result result =
        VaelixProcess.run(folder, "train", malformed.resolve("recipe.json").toString()).expect(2);

    assertEquals(expected, result.err().lines().toList());
    assertEquals("", result.out());
    assertFalse(Files.exists(folder.resolve("runs")));
    assertEquals(List.of(), result.leftovers());
  }

  @Test
  void rowsThatChangedAreNotedBeforeARunGoesOn() throws IOException {
    VaelixProcess.run(
            folder,
            "train",
            "recipe.json",
            "--set",
            "run.folder=run",
            "--set",
            "training.optimiser.learningRate=0.001")
        .expect(0);
    byte[] weights = Files.readAllBytes(folder.resolve("run/weights.safetensors"));
    writeRows(0.01);

    VaelixProcess.Result result =
        VaelixProcess.run(folder, "train", "--resume", "run", "--set", "training.epochs=30")
            .expect(2);

    assertEquals(
        "vaelix: rows.csv has changed since the run began; put the old rows back, or start anew\n",
        result.err());
    assertArrayEquals(weights, Files.readAllBytes(folder.resolve("run/weights.safetensors")));
  }
}
