package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of one recipe that has everything a resumed run could get wrong: a KL ramp, a learning rate
 * that falls, early stopping with best weights, clipping, noise in every step, and checkpoints that
 * are rarer than epochs. The reference backend is slow enough to be caught in the middle; {@code
 * InterruptedRunTest} does the same on each backend without a process.
 *
 * @param folder in which the recipe and its runs are
 */
record ResumedRun(Path folder) {
  private static final String RECIPE =
      """
      {"name": "resumed", "seed": 11, "backend": "reference",
       "data": {"type": "linear-gaussian", "rows": 6000, "features": 30, "latent": 4},
       "model": {"type": "vae", "latent": 4,
         "architecture": {"type": "mlp", "hidden": [64, 32]},
         "likelihood": {"type": "gaussian", "learn": "shared"},
         "objective": {"type": "elbo",
           "beta": {"type": "linear", "from": 0, "to": 1, "over": 0.3}}},
       "training": {"epochs": 10, "batchSize": 50, "clipNorm": 100, "checkpointEvery": 2,
         "earlyStopping": {"patience": 4},
         "optimiser": {"type": "adam",
           "learningRate": {"type": "linear", "from": 0.01, "to": 0.001, "over": 0.8}}}}
      """;

  static ResumedRun in(Path folder) throws IOException {
    Files.writeString(folder.resolve("recipe.json"), RECIPE);
    return new ResumedRun(folder);
  }

  /** Starts a run in a folder of this name. */
  VaelixProcess start(String run, String... settings) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("train", "recipe.json"));
    arguments.addAll(List.of("--set", "run.folder=" + run));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return VaelixProcess.start(folder, arguments.toArray(String[]::new));
  }

  /** Trains without any disturbance. */
  RunFolderFiles train(String run, String... settings) throws IOException {
    try (VaelixProcess process = start(run, settings)) {
      process.finish().expect(0);
    }
    return files(run);
  }

  VaelixProcess.Result resume(String run) throws IOException {
    return VaelixProcess.run(folder, "train", "--resume", run);
  }

  RunFolderFiles files(String run) {
    return new RunFolderFiles(folder.resolve(run));
  }

  /** Checks that two runs ended with the same bits and the same numbers on the way. */
  static void assertSame(RunFolderFiles expected, RunFolderFiles actual) throws IOException {
    assertEquals(expected.metrics(), actual.metrics());
    assertArrayEquals(expected.weights(), actual.weights());
    assertArrayEquals(
        Files.readAllBytes(expected.file("latents.npy")),
        Files.readAllBytes(actual.file("latents.npy")));
    for (String key : List.of("splits", "stopped", "epochs", "bestEpoch", "steps")) {
      assertEquals(
          expected.json("summary.json").get(key), actual.json("summary.json").get(key), key);
    }
  }
}
