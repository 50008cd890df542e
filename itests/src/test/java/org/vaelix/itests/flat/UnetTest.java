package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.core.training.TrainingListener;
import org.vaelix.itests.Packaged;

/** The shipped recipe of a U-Net, trained for fewer epochs. */
class UnetTest {
  @TempDir Path folder;

  @Test
  void aUnetOfDigitsUsesItsLatentVariablesAndGeneratesImages() throws Exception {
    Path recipe = Packaged.repository().resolve("examples/digits/unet.json");
    Path results = folder.resolve("run");
    List<String> settings = List.of("training.epochs=12", "run.folder=" + results);
    try (Run run = FlatRun.experiments().start(recipe, settings)) {
      Summary summary = run.train(new TrainingListener() {}, () -> false);
      Summary.Score test = summary.splits().get("test");
      double elbo = test.measures().get("elbo");
      assertTrue(elbo > test.nullModel() + 3, elbo + " against " + test.nullModel());
      assertTrue(test.measures().get("kl") > 1, "z is used: " + test.measures());
    }
    try (TrainedModel model = FlatRun.experiments().open(results)) {
      HostArray samples = model.sample(5, 1);
      assertEquals(Shape.of(5, 1, 8, 8), samples.shape());
      assertTrue(Arrays.stream(samples.toDoubles()).allMatch(v -> v == 0 || v == 1));
    }
  }
}
