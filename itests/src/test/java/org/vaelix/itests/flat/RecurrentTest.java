package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.core.training.TrainingListener;
import org.vaelix.itests.Packaged;

/** The shipped recipe of LFADS, with fewer and shorter trials, and for fewer epochs. */
class RecurrentTest {
  @TempDir Path folder;

  @Test
  void latentDynamicsTellHeldOutTrialsApart() throws Exception {
    Path recipe = Packaged.repository().resolve("examples/lorenz/lfads.json");
    Path results = folder.resolve("run");
    List<String> settings =
        List.of(
            "run.folder=" + results,
            "data.conditions=4",
            "data.bins=25",
            "data.binWidth=0.02",
            "data.baseRate=10",
            "model.likelihood.binWidth=0.02",
            "training.epochs=80");
    try (Run run = FlatRun.experiments().start(recipe, settings)) {
      Summary summary = run.train(new TrainingListener() {}, () -> false);
      Summary.Score held = summary.splits().get("validation");
      // Four conditions are told apart by ln 4 nats.
      assertTrue(held.measures().get("kl") > Math.log(4), "z is used: " + held.measures());
      double elbo = held.measures().get("elbo");
      assertTrue(elbo > held.nullModel() + 50, elbo + " against " + held.nullModel());
    }
    try (TrainedModel model = FlatRun.experiments().open(results)) {
      assertEquals(Shape.of(5, 25, 60), model.sample(5, 1).shape());
      assertEquals(Shape.of(160, 25, 60), model.reconstruct().shape());
    }
  }
}
