package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataException;
import org.vaelix.core.run.LogLikelihood;
import org.vaelix.core.run.RunException;
import org.vaelix.core.run.Sampling;
import org.vaelix.core.run.Summary;

/** A table with a batch, an age and missing cells, from training to sampling. */
class ConditionsTest {
  private static final double SHIFT = CellTable.SHIFT;

  private static final String RECIPE =
      """
      {"name": "cells", "seed": 3, "backend": "reference",
       "data": {"type": "csv", "file": "cells.csv"},
       "conditions": %s,
       "preprocess": {"missing": "mask"},
       "model": {"type": "vae", "latent": 1, "architecture": {"type": "mlp", "hidden": [16]},
         "likelihood": {"type": "gaussian", "learn": "shared"}},
       "training": {"epochs": 30, "batchSize": 32, "earlyStopping": {"patience": 20},
         "optimiser": {"type": "adam", "learningRate": 0.01}}}
      """;

  private static final String BATCH_AND_AGE = "[\"batch\", \"age\"]";

  @TempDir Path folder;

  private FlatRun train(String conditions) throws IOException {
    Files.writeString(folder.resolve("cells.csv"), CellTable.text(1));
    return FlatRun.train(folder, RECIPE.formatted(conditions));
  }

  private static double mean(HostArray rows) {
    double sum = 0;
    for (double value : rows.toDoubles()) {
      sum += value;
    }
    return sum / rows.shape().elements();
  }

  @Test
  void trainsEvaluatesEncodesAndSamples() throws IOException {
    FlatRun run = train(BATCH_AND_AGE);

    assertArrayEquals(new int[] {3 + 3, 16}, weightShape(run, "encoder/dense0/weight"));
    assertArrayEquals(new int[] {1 + 3, 16}, weightShape(run, "decoder/dense0/weight"));
    Summary.Score score = run.summary().splits().get("test");
    assertTrue(score.measures().get("elbo") > score.nullModel() + 1, score.toString());
    try (var model = FlatRun.experiments().open(run.files().folder())) {
      assertEquals(measures(run.summary()), measures(model.evaluate()));
      HostArray a = model.sample(500, 1, Map.of("batch", "A"));
      HostArray b = model.sample(500, 1, Map.of("batch", "B", "age", "44"));
      assertEquals(0, mean(a), 0.5);
      assertEquals(SHIFT, mean(b), 0.5);
      assertEquals(SHIFT / 2, mean(model.sample(500, 1)), 0.7);
    }
  }

  private static List<Map<String, Double>> measures(Summary summary) {
    return summary.splits().values().stream().map(Summary.Score::measures).toList();
  }

  private static int[] weightShape(FlatRun run, String name) throws IOException {
    return run.weights().get(name).shape().sizes();
  }

  @Test
  void otherRowsAreCodedAlike() throws IOException {
    FlatRun run = train(BATCH_AND_AGE);
    String cells = Files.readString(folder.resolve("cells.csv"));
    // Only rows of B, and other ages: levels and scales must be those of training all the same.
    String others =
        cells.lines().filter(line -> !line.contains(",A,")).reduce("", (a, b) -> a + b + "\n");
    Files.writeString(folder.resolve("others.csv"), others);
    int[] rows = rowsOf(cells, "B");

    try (var model = FlatRun.experiments().open(run.files().folder())) {
      HostArray own = model.encode(folder.resolve("cells.csv"));
      HostArray codes = model.encode(folder.resolve("others.csv"));

      assertEquals(rows.length, codes.shape().size(0));
      for (int i = 0; i < rows.length; i++) {
        assertEquals(own.get(rows[i]), codes.get(i), 1e-12);
      }
    }
  }

  @Test
  void otherRowsAreScoredAlike() throws IOException {
    FlatRun run = train(BATCH_AND_AGE);
    Files.writeString(folder.resolve("others.csv"), CellTable.text(2));

    try (var model = FlatRun.experiments().open(run.files().folder())) {
      Summary.Score test = run.summary().splits().get("test");
      Summary.Score others = model.evaluate(folder.resolve("others.csv")).splits().get("data");

      assertEquals(CellTable.ROWS, others.rows());
      assertEquals(test.measures().get("elbo"), others.measures().get("elbo"), 0.5);
      assertEquals(test.nullModel(), others.nullModel(), 0.5);
    }
  }

  @Test
  void rowsAreReadOnceWhateverIsAskedOfThem() throws IOException {
    FlatRun run = train(BATCH_AND_AGE);
    Path others = folder.resolve("others.csv");
    Files.writeString(others, CellTable.text(2));

    try (var model = FlatRun.experiments().open(run.files().folder())) {
      Summary.Score own = model.evaluate().splits().get("test");
      Summary.Score score = model.evaluate(others).splits().get("data");
      Files.delete(others);
      Files.delete(folder.resolve("cells.csv"));

      LogLikelihood ofOwn = model.logLikelihood(Sampling.of(20)).orElseThrow().get("test");
      LogLikelihood estimate =
          model.logLikelihood(others, Sampling.of(20)).orElseThrow().get("data");
      assertEquals(own.measures().get("elbo"), ofOwn.elbo(), 0.5);
      assertEquals(score.measures().get("elbo"), estimate.elbo(), 0.5);
      assertThrows(DataException.class, () -> model.encode(folder.resolve("cells.csv")));
    }
  }

  private static int[] rowsOf(String cells, String batch) {
    List<String> lines = cells.lines().skip(1).toList();
    return IntStream.range(0, lines.size())
        .filter(row -> lines.get(row).contains("," + batch + ","))
        .toArray();
  }

  @Test
  void conditionsThatTheModelDoesNotKnowAreRefused() throws IOException {
    FlatRun run = train(BATCH_AND_AGE);
    Path others = folder.resolve("others.csv");
    Files.writeString(others, "g1,g2,batch,age,g3\n1,2,A,30,3\n1,2,C,30,3\n");

    try (var model = FlatRun.experiments().open(run.files().folder())) {
      assertEquals(
          others
              + ", row 3, column 'batch': 'C' is a level that no row had in training; did you mean"
              + " 'A'?",
          refusal(() -> model.encode(others)));
      assertEquals(
          "the model has no condition 'bath'; did you mean 'batch'?",
          refusal(() -> model.sample(3, 1, Map.of("bath", "A"))));
      Files.writeString(folder.resolve("cells.csv"), "g1,g2,batch,age,g3\n1,2,A,30,3\n");
      String changed = assertThrows(RunException.class, model::evaluate).getMessage();
      assertTrue(changed.startsWith("cells.csv has changed since the run began"), changed);
    }
  }

  private static String refusal(Runnable code) {
    return assertThrows(DataException.class, code::run).getMessage();
  }

  @Test
  void eachNetworkSeesWhatTheRecipeSays() throws IOException {
    FlatRun run =
        train(
            """
            [{"column": "batch", "networks": "decoder"},
             {"column": "age", "name": "exposure", "as": "exposure"}]
            """);

    assertArrayEquals(new int[] {3, 16}, weightShape(run, "encoder/dense0/weight"));
    assertArrayEquals(new int[] {1 + 2, 16}, weightShape(run, "decoder/dense0/weight"));
  }

  /** What stands in a missing cell is nothing: its row scores as if the column were not there. */
  @Test
  void theNullModelScoresObservedValuesOnly() throws IOException {
    Files.writeString(folder.resolve("cells.csv"), "a,b\n1,5\n3,\n,7\nNA,9\n,\n");
    String recipe =
        """
        {"data": {"type": "csv", "file": "cells.csv"}, "preprocess": {"missing": "mask"},
         "split": {"validation": 0, "test": 0}, "backend": "reference",
         "model": {"type": "vae", "latent": 1}, "training": {"epochs": 1}}
        """;

    FlatRun run = FlatRun.train(folder, recipe);

    // scipy.stats.norm.logpdf: a = [1, 3] about 2, b = [5, 7, 9] about 7, both with scale 1;
    // the sum of both over 5 rows, of which the last has nothing.
    double sum = 2 * -1.4189385332046727 + 2 * -2.9189385332046727 - 0.9189385332046727;
    assertEquals(sum / 5, run.summary().splits().get("train").nullModel(), 1e-12);
  }
}
