package org.vaelix.benchmarks.vaelix;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.workload.Architecture;

/** The recipe of a workload: what a user would write, so that what a user gets is measured. */
final class BenchmarkRecipe {
  private static final int ENDLESS = 1_000_000_000;

  private BenchmarkRecipe() {}

  static JsonObject of(Settings settings, Path runs) {
    JsonObject recipe = new JsonObject();
    recipe.addProperty("name", "benchmark");
    recipe.addProperty("seed", 1);
    recipe.add("data", part("npy", "file", settings.data().toString()));
    JsonObject split = new JsonObject();
    split.addProperty("validation", 0);
    split.addProperty("test", 0);
    recipe.add("split", split);
    if (settings.architecture() == Architecture.UNET) {
      recipe.add("preprocess", images(settings));
    }
    recipe.add("model", model(settings));
    recipe.add("training", training(settings));
    JsonObject backend = part("cpu");
    backend.addProperty("threads", settings.number("threads"));
    recipe.add("backend", backend);
    JsonObject run = new JsonObject();
    run.addProperty("parent", runs.toString());
    recipe.add("run", run);
    return recipe;
  }

  private static JsonObject model(Settings settings) {
    JsonObject model = part("vae");
    model.addProperty("latent", settings.number("latent"));
    model.add("architecture", architecture(settings));
    model.add("likelihood", settings.likelihood().recipe());
    return model;
  }

  private static JsonObject architecture(Settings settings) {
    JsonArray widths = new JsonArray();
    settings.hidden().forEach(widths::add);
    JsonObject architecture = part(settings.architecture().type());
    if (settings.architecture() == Architecture.MLP) {
      architecture.add("hidden", widths);
    } else {
      architecture.addProperty("levels", widths.size() - 1);
      architecture.add("channels", widths);
    }
    return architecture;
  }

  private static JsonObject images(Settings settings) {
    JsonArray shape = new JsonArray();
    shape.add(1);
    shape.add(settings.side());
    shape.add(settings.side());
    JsonObject preprocess = new JsonObject();
    preprocess.add("shape", shape);
    return preprocess;
  }

  private static JsonObject training(Settings settings) {
    JsonObject optimiser = part("adam");
    optimiser.addProperty("learningRate", 1e-3);
    JsonObject training = new JsonObject();
    training.addProperty("epochs", ENDLESS);
    training.addProperty("checkpointEvery", ENDLESS);
    training.addProperty("batchSize", settings.number("batch"));
    training.add("optimiser", optimiser);
    return training;
  }

  private static JsonObject part(String type) {
    JsonObject part = new JsonObject();
    part.addProperty("type", type);
    return part;
  }

  private static JsonObject part(String type, String option, String value) {
    JsonObject part = part(type);
    part.addProperty(option, value);
    return part;
  }
}
