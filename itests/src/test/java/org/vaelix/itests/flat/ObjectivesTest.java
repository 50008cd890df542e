package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.Summary;
import org.vaelix.core.training.TrainingListener;

/**
 * Every objective and regulariser trains a whole model, and gives on the cpu backend what it gives
 * on the reference: 26 steps of which the last one is not full.
 */
class ObjectivesTest {
  private static final String RECIPE =
      """
      {"name": "objectives", "seed": 3, "backend": "%s",
       "data": {"type": "linear-gaussian", "rows": 500, "features": 12, "latent": 2},
       "model": {"latent": 3, "architecture": {"type": "mlp", "hidden": [16]}, %s},
       "training": {"epochs": 2, "batchSize": 32, "optimiser": %s}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'elbo', 'freeBits': 0.2}",
        "{'type': 'elbo', 'freeBits': 0.5, 'freeBitsOver': 'total', 'samples': 2}",
        "{'type': 'elbo', 'gradient': 'score-function'}",
        "{'type': 'elbo', 'gradient': 'score-function', 'baseline': 'leave-one-out', 'samples': 3}",
        "{'type': 'capacity', 'gamma': 10, 'capacity': {'type': 'sigmoid', 'to': 2, 'over': 0.5}}",
        "{'type': 'beta-tc'}",
        "{'type': 'beta-tc', 'estimator': 'minibatch-weighted', 'beta': 2}",
        "{'type': 'iwae'}",
        "{'type': 'iwae', 'gradient': 'doubly-reparameterised', 'samples': 3}",
        "{'type': 'info-vae', 'alpha': 0.3}",
      })
  void bothBackendsAgree(String objective) throws IOException {
    agree("\"type\": \"vae\", \"objective\": " + objective.replace('\'', '"'), "\"adam\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'sgd', 'learningRate': 0.001, 'momentum': 0.9, 'nesterov': true}",
        "'adamw'",
        "'amsgrad'",
        "{'type': 'rmsprop', 'learningRate': {'type': 'step', 'values': [0.01, 0.001], 'at': [0.7]}}",
      })
  void bothBackendsAgreeOnEveryOptimiser(String optimiser) throws IOException {
    agree("\"type\": \"vae\"", optimiser.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'type': 'sparse', 'penalty': 'kl'}, {'type': 'contractive'}]",
        "[{'type': 'denoising', 'corruption': 'masking'}, 'sparse']",
        "['denoising']",
      })
  void bothBackendsAgreeOnEveryRegulariser(String regularisers) throws IOException {
    agree(
        "\"type\": \"autoencoder\", \"code\": \"sigmoid\", \"regularisers\": "
            + regularisers.replace('\'', '"'),
        "\"adam\"");
  }

  private void agree(String model, String optimiser) throws IOException {
    Summary.Score reference = train("reference", model, optimiser);
    Summary.Score cpu = train("cpu", model, optimiser);
    assertTrue(reference.measures().containsKey("reconstruction"));
    reference
        .measures()
        .forEach(
            (name, expected) ->
                // Single precision after a training run: the testkit's tolerance.
                assertEquals(
                    expected,
                    cpu.measures().get(name),
                    2e-3 * Math.max(1, Math.abs(expected)),
                    name + " with " + model));
  }

  private Summary.Score train(String backend, String model, String optimiser) throws IOException {
    Path recipe = folder.resolve(backend + ".json");
    Files.writeString(recipe, RECIPE.formatted(backend, model, optimiser));
    Path run = folder.resolve(backend);
    try (Run started = FlatRun.experiments().start(recipe, List.of("run.folder=" + run))) {
      return started.train(new TrainingListener() {}, () -> false).splits().get("test");
    }
  }
}
