package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.run.Run;
import org.vaelix.core.training.TrainingListener;

/** What a person hears of the schedules and of a lower learning rate. */
class PlanTest {
  private static final String RECIPE =
      """
      {"name": "plan", "seed": 5, "backend": "reference",
       "data": {"type": "linear-gaussian", "rows": 100, "features": 4, "latent": 1},
       "model": {"type": "vae", "latent": 1, "architecture": {"type": "mlp", "hidden": []},
         "objective": {"type": "elbo",
           "beta": {"type": "cosine", "from": 0.25, "to": 1, "over": 0.3}}},
       "training": {"epochs": 5, "batchSize": 40,
         "optimiser": {"type": "adam", "learningRate": {"type": "constant", "value": 0.01}},
         "plateau": {"factor": 0.5, "patience": 2, "minimumDelta": 1000}}}
      """;

  @TempDir Path folder;

  @Test
  void schedulesAndPlateausAreSaid() throws IOException {
    Path recipe = folder.resolve("recipe.json");
    Files.writeString(recipe, RECIPE);
    List<String> messages = new ArrayList<>();
    List<String> settings = List.of("run.folder=" + folder.resolve("run"));
    try (Run run = FlatRun.experiments().start(recipe, settings)) {
      run.train(
          new TrainingListener() {
            @Override
            public void message(String message) {
              messages.add(message);
            }
          },
          () -> false);
    }
    // 80 training rows are 2 steps, 5 epochs are 10; epoch 2 is the first that counts and the best.
    assertEquals(
        List.of(
            "/model/objective/beta: 0.25 at first, finally 1, from step 4 of 10 on",
            "/training/optimiser/learningRate: 0.01 throughout",
            "validation loss was no better for 2 epochs: the learning rate is 0.00500 from here"
                + " on"),
        messages.subList(1, messages.size()));
  }
}
