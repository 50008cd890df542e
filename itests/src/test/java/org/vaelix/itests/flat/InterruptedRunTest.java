package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.RunFiles;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.Summary.Stopped;
import org.vaelix.core.training.TrainingListener;

/** A run that is interrupted in the middle of epochs goes on to the same bits, on each backend. */
class InterruptedRunTest {
  private static final int STEPS_BETWEEN_INTERRUPTIONS = 37;

  private static final String RECIPE =
      """
      {"name": "interrupted", "seed": 5, "backend": "%s",
       "data": {"type": "linear-gaussian", "rows": 500, "features": 12, "latent": 2},
       "model": {"type": "vae", "latent": 3, "architecture": {"type": "mlp", "hidden": [16]},
         "objective": {"type": "elbo",
           "beta": {"type": "linear", "from": 0, "to": 1, "over": 0.5}}},
       "training": {"epochs": 10, "batchSize": 32, "clipValue": 0.5, "earlyStopping": {"patience": 3},
         "optimiser": {"type": "adam", "learningRate":
           {"type": "cosine", "from": 0.01, "to": 0.001, "over": 1, "warmUp": 0.1}},
         "plateau": {"measure": "elbo", "better": "higher", "patience": 1, "minimumDelta": 100}}}
      """;

  private static final String CONDITIONS_AND_MISSING_VALUES =
      """
      {"name": "cells", "seed": 3, "backend": "%s",
       "data": {"type": "csv", "file": "cells.csv"},
       "conditions": ["batch", {"column": "age", "networks": "encoder"}],
       "preprocess": {"missing": "mask"},
       "model": {"type": "vae", "latent": 2, "architecture": {"type": "mlp", "hidden": [16]},
         "likelihood": {"type": "gaussian", "learn": "shared"}},
       "training": {"epochs": 13, "batchSize": 32}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void goesOnToTheSameBits(String backend) throws IOException {
    assertSameBits(RECIPE.formatted(backend));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void withConditionsAndMissingValues(String backend) throws IOException {
    Files.writeString(folder.resolve("cells.csv"), CellTable.text(1));
    assertSameBits(CONDITIONS_AND_MISSING_VALUES.formatted(backend));
    assertArrayEquals(
        Files.readAllBytes(new RunFiles(folder.resolve("whole")).statistics()),
        Files.readAllBytes(new RunFiles(folder.resolve("pieces")).statistics()));
  }

  /** Either recipe trains 130 steps, 10 epochs of 13 or 13 of 10. */
  private void assertSameBits(String text) throws IOException {
    Path recipe = folder.resolve("recipe.json");
    Files.writeString(recipe, text);
    Path whole = folder.resolve("whole");
    Path pieces = folder.resolve("pieces");
    try (Run run = FlatRun.experiments().start(recipe, List.of("run.folder=" + whole))) {
      run.train(new TrainingListener() {}, () -> false);
    }

    Stopped stopped;
    try (Run run = FlatRun.experiments().start(recipe, List.of("run.folder=" + pieces))) {
      stopped = piece(run);
    }
    int sessions = 1;
    for (; stopped == Stopped.INTERRUPTED; sessions++) {
      try (Run run = FlatRun.experiments().resume(pieces, List.of())) {
        stopped = piece(run);
      }
    }

    assertEquals(130 / STEPS_BETWEEN_INTERRUPTIONS + 1, sessions);
    assertArrayEquals(
        Files.readAllBytes(new RunFiles(whole).weights()),
        Files.readAllBytes(new RunFiles(pieces).weights()));
    assertArrayEquals(
        Files.readAllBytes(new RunFiles(whole).latents()),
        Files.readAllBytes(new RunFiles(pieces).latents()));
  }

  private static Stopped piece(Run run) {
    AtomicInteger steps = new AtomicInteger();
    Summary summary =
        run.train(
            new TrainingListener() {
              @Override
              public void stepDone(long step, double loss) {
                steps.incrementAndGet();
              }
            },
            () -> steps.get() >= STEPS_BETWEEN_INTERRUPTIONS);
    return summary.stopped();
  }
}
