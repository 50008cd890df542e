package org.vaelix.itests.flat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.catalog.ClassPathCatalog;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.RunFiles;
import org.vaelix.core.run.Summary;
import org.vaelix.core.training.TrainingListener;

/**
 * A recipe trained on a flat class path: no framework, the same classes.
 *
 * @param recipe the recipe's file
 * @param files of the run folder
 * @param summary of the run
 */
record FlatRun(Path recipe, RunFiles files, Summary summary) {
  /** Trains a recipe in a folder; its results go to {@code run} in there. */
  static FlatRun train(Path folder, String recipe) throws IOException {
    Path file = folder.resolve("recipe.json");
    Files.writeString(file, recipe);
    Path results = folder.resolve("run");
    List<String> settings = List.of("run.folder=" + results);
    try (Run run = experiments().start(file, settings)) {
      Summary summary = run.train(new TrainingListener() {}, () -> false);
      return new FlatRun(file, new RunFiles(results), summary);
    }
  }

  static Experiments experiments() {
    return new Experiments(catalog());
  }

  static ClassPathCatalog catalog() {
    return ClassPathCatalog.of(FlatRun.class.getClassLoader());
  }

  Map<String, HostArray> weights() throws IOException {
    return SafeTensors.read(files.weights()).arrays();
  }
}
