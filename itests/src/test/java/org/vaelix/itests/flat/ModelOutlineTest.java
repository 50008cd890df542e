package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.composition.ReceptiveField;
import org.vaelix.core.run.ModelOutline;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.itests.Packaged;

/** Sizes of models and receptive fields of their encoders, computed by hand. */
class ModelOutlineTest {
  @TempDir Path folder;

  private ModelOutline outline(String data, String architecture) throws IOException {
    Path recipe = folder.resolve("recipe.json");
    Files.writeString(
        recipe,
        """
        {"data": %s,
         "model": {"type": "vae", "latent": 2, "architecture": %s, "prior": {"type": "mixture-of-gaussians"},
                   "likelihood": {"type": "gaussian"}}}
        """
            .formatted(data, architecture));
    return FlatRun.experiments().outline(recipe);
  }

  /**
   * 12 values, 5 units, 2 latent variables with mean and variance: (12 + 1)·5 + (5 + 1)·4; back.
   */
  @Test
  void denseNetworksHaveParametersAndNoReceptiveField() throws IOException {
    ModelOutline outline =
        outline(
            "{\"type\": \"linear-gaussian\", \"rows\": 20, \"features\": 12}",
            "{\"type\": \"mlp\", \"hidden\": [5]}");
    Map<String, Long> scopes = outline.byScope();
    assertEquals(13 * 5 + 6 * 4, scopes.get("encoder"));
    assertEquals(3 * 5 + 6 * 12, scopes.get("decoder"));
    assertEquals(outline.parameters(), scopes.values().stream().mapToLong(Long::longValue).sum());
    assertEquals(Optional.empty(), outline.receptiveField());
  }

  /**
   * A convolution of 3 with stride 2 and a block of two convolutions of 3, twice: 1 + 2 + (2 + 2)·2
   * + 2·2 + (2 + 2)·4. Normalisation changes nothing.
   */
  @Test
  void convolutionsSeeTheirWindows() throws IOException {
    String architecture =
        "{\"type\": \"convolutional\", \"channels\": [4, 8], \"blocks\": 1,"
            + " \"normalisation\": \"%s\", \"groups\": 2}";
    String shapes = "{\"type\": \"shapes\", \"rows\": 20, \"size\": 16}";
    for (String normalisation : new String[] {"none", "group"}) {
      assertEquals(
          Optional.of(new ReceptiveField(31, 31)),
          outline(shapes, architecture.formatted(normalisation)).receptiveField());
    }
  }

  /** The same along the bins of traces. */
  @Test
  void convolutionsOfTracesSeeBins() throws IOException {
    assertEquals(
        Optional.of(new ReceptiveField(1, 31)),
        outline(
                "{\"type\": \"lorenz-spikes\", \"conditions\": 4, \"trialsPerCondition\": 2,"
                    + " \"bins\": 16, \"neurons\": 3, \"rows\": \"trials\"}",
                "{\"type\": \"convolutional\", \"channels\": [4, 8], \"blocks\": 1}")
            .receptiveField());
  }

  /** 1 + (2 + 2)·1 + 1·1 + (2 + 2)·2 + 1·2 + (2 + 2)·4, two levels and the bottleneck. */
  @Test
  void runFolderAndModelSayTheSame() throws IOException {
    Path recipe = Packaged.repository().resolve("examples/digits/unet.json");
    ModelOutline outline = FlatRun.experiments().outline(recipe);
    assertEquals(Optional.of(new ReceptiveField(32, 32)), outline.receptiveField());
    String text = Files.readString(recipe).replace("\"epochs\": 40", "\"epochs\": 2");
    Files.copy(
        Packaged.repository().resolve("examples/digits/digits.csv"), folder.resolve("digits.csv"));
    FlatRun run = FlatRun.train(folder, text);
    JsonObject model =
        JsonParser.parseString(Files.readString(run.files().provenance()))
            .getAsJsonObject()
            .getAsJsonObject("model");
    assertEquals(outline.toJson(), model);
    assertEquals(outline.parameters(), run.summary().parameters());
    try (TrainedModel trained = FlatRun.experiments().open(run.files().folder())) {
      assertEquals(outline, trained.outline());
    }
  }
}
