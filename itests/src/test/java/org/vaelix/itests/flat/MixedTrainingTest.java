package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.random.Gamma;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.random.Poisson;
import org.vaelix.core.run.Summary;

/** Counts, classes, event rates and real numbers in one table, from training to sampling. */
class MixedTrainingTest {
  private static final int ROWS = 300;

  private static final String RECIPE =
      """
      {"name": "mixed", "seed": 3, "backend": "reference",
       "data": {"type": "csv", "file": "rows.csv"},
       "preprocess": {"missing": "mask"},
       "model": {"type": "vae", "latent": 1, "architecture": {"type": "mlp", "hidden": [16]},
         "likelihood": {"type": "mixed", "parts": [
           {"likelihood": "poisson", "columns": ["count1", "count2"]},
           {"likelihood": "categorical", "columns": ["isA", "isB"]},
           {"likelihood": "zero-inflated-gamma", "columns": ["calcium"]},
           {"likelihood": {"type": "gaussian", "learn": "optimal"}}]}},
       "training": {"epochs": 30, "batchSize": 32,
         "optimiser": {"type": "adam", "learningRate": 0.01}}}
      """;

  @TempDir Path folder;

  /** All columns depend on one number; every seventh cell of the last column is missing. */
  private static String table() {
    PhiloxRandom random = new PhiloxRandom(1, "table", 0);
    StringBuilder text = new StringBuilder("count1,calcium,isA,count2,isB,score\n");
    for (int row = 0; row < ROWS; row++) {
      double z = random.nextGaussian();
      int isA = z + 0.3 * random.nextGaussian() > 0 ? 1 : 0;
      double rate = Math.exp(1 + 0.7 * z);
      double calcium = random.nextDouble() < 0.3 ? 0 : Math.exp(z) * Gamma.sample(3, random) + 1e-3;
      double score = 2 * z + 0.3 * random.nextGaussian();
      text.append((long) Poisson.sample(rate, random)).append(',').append(calcium).append(',');
      text.append(isA).append(',').append((long) Poisson.sample(rate, random)).append(',');
      text.append(1 - isA).append(',').append(row % 7 == 0 ? "" : score).append('\n');
    }
    return text.toString();
  }

  @Test
  void trainsEvaluatesAndSamples() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), table());
    FlatRun run = FlatRun.train(folder, RECIPE);

    Summary.Score score = run.summary().splits().get("test");
    assertTrue(score.measures().get("elbo") > score.nullModel() + 1, score.toString());
    Map<String, HostArray> weights = run.weights();
    double sigma = Math.sqrt(weights.get("likelihood/3/variance").get(0));
    assertTrue(sigma < 1, "σ was 2 at first, and is " + sigma);
    try (var model = FlatRun.experiments().open(run.files().folder())) {
      assertEquals(
          score.measures(), model.evaluate().splits().get("test").measures(), "read again");
      checkSamples(model.sample(400, 1).toDoubles());
    }
  }

  private static void checkSamples(double[] values) {
    int zeros = 0;
    for (int row = 0; row < values.length; row += 6) {
      assertEquals(Math.rint(values[row]), values[row], "a count");
      assertTrue(values[row + 1] >= 0, "a rate");
      zeros += values[row + 1] == 0 ? 1 : 0;
      assertEquals(1, values[row + 2] + values[row + 4], "one class");
    }
    assertEquals(0.3, zeros / 400.0, 0.1, "share of zeros");
  }
}
