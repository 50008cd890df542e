package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.RunFiles;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.core.training.TrainingListener;
import org.vaelix.itests.Packaged;

/**
 * Batch normalisation where it meets everything else: a last batch filled up, several draws of each
 * row, a prior whose pseudo-inputs pass the encoder in the same step, a model opened again.
 */
class BatchNormalisationTest {
  @TempDir Path folder;

  @Test
  void itsRunningStatisticsServeTheTrainedModel() throws Exception {
    Path recipe = Packaged.repository().resolve("examples/digits/vae.json");
    Path results = folder.resolve("run");
    List<String> settings =
        List.of(
            "training.epochs=12",
            "model.architecture.normalisation=batch",
            "model.prior.type=vamp",
            "model.objective={\"type\": \"iwae\", \"samples\": 3}",
            "run.folder=" + results);
    try (Run run = FlatRun.experiments().start(recipe, settings)) {
      Summary.Score test = run.train(new TrainingListener() {}, () -> false).splits().get("test");
      double elbo = test.measures().get("elbo");
      assertTrue(elbo > test.nullModel() + 3, elbo + " against " + test.nullModel());
    }
    Map<String, HostArray> weights = SafeTensors.read(new RunFiles(results).weights()).arrays();
    for (String network : List.of("encoder", "decoder")) {
      double[] mean = weights.get(network + "/dense0/runningMean").toDoubles();
      assertTrue(Arrays.stream(mean).allMatch(m -> m != 0), network);
    }
    assertRowsAreEncodedAloneAsTogether(results, recipe);
  }

  private void assertRowsAreEncodedAloneAsTogether(Path results, Path recipe) throws Exception {
    List<String> lines = Files.readAllLines(recipe.resolveSibling("digits.csv"));
    Path alone = Files.write(folder.resolve("alone.csv"), lines.subList(0, 2));
    Path together = Files.write(folder.resolve("together.csv"), lines.subList(0, 6));
    try (TrainedModel model = FlatRun.experiments().open(results)) {
      double[] one = model.encode(alone).toDoubles();
      double[] five = model.encode(together).toDoubles();
      assertArrayEquals(one, Arrays.copyOf(five, one.length), 1e-5);
    }
  }
}
