package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.run.RowChoice;
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

  /** Plain skips tell everything, so that rows with borrowed skips are the rows themselves. */
  @Test
  void skipsOfGivenRowsAreBorrowed() throws Exception {
    Path recipe = Packaged.repository().resolve("examples/digits/unet.json");
    Path results = folder.resolve("run");
    List<String> settings =
        List.of(
            "training.epochs=12", "model.architecture.skips=[\"plain\"]", "run.folder=" + results);
    try (Run run = FlatRun.experiments().start(recipe, settings)) {
      run.train(new TrainingListener() {}, () -> false);
    }
    try (TrainedModel model = FlatRun.experiments().open(results)) {
      RowChoice two = RowChoice.parse("test:4,9");
      assertEquals(2, model.count(two));
      double[] like = model.sample(4, 1, two).toDoubles();
      double[] other = model.sample(4, 2, two).toDoubles();
      double[] closed = model.sample(4, 1).toDoubles();
      // The given rows in turn: the third is drawn as the first is, and z makes no difference.
      assertTrue(differences(like, 0, like, 2) <= 2, "the first row again");
      assertTrue(differences(like, 0, other, 0) <= 2, "other z");
      assertTrue(differences(like, 0, like, 1) > 6, "another row");
      assertTrue(differences(like, 0, closed, 0) > 6, "closed skips");
    }
  }

  private static int differences(double[] a, int rowOfA, double[] b, int rowOfB) {
    int different = 0;
    for (int i = 0; i < 64; i++) {
      different += a[rowOfA * 64 + i] == b[rowOfB * 64 + i] ? 0 : 1;
    }
    return different;
  }

  @Test
  void aModelWithoutSkipsHasNoneToBorrow() throws Exception {
    FlatRun.train(
        folder,
        """
        {"data": {"type": "linear-gaussian", "rows": 60}, "split": {"test": 0.5},
         "model": {"type": "vae", "latent": 2}, "training": {"epochs": 1}}
        """);
    try (TrainedModel model = FlatRun.experiments().open(folder.resolve("run"))) {
      ModelException e =
          assertThrows(ModelException.class, () -> model.sample(3, 1, RowChoice.parse("test")));
      assertEquals(
          "the model has no skips to borrow from rows; sample without, or train an architecture with"
              + " skips, such as unet",
          e.getMessage());
    }
  }
}
