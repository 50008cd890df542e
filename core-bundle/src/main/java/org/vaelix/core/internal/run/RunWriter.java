package org.vaelix.core.internal.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.AtomicFile;
import org.vaelix.core.file.Npy;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.internal.training.Journal;
import org.vaelix.core.model.Model;
import org.vaelix.core.recipe.PartUse;
import org.vaelix.core.run.RunException;
import org.vaelix.core.run.RunFiles;
import org.vaelix.core.run.Summary;
import org.vaelix.core.training.Recomposition;

/** Writes the files of a run folder. */
public final class RunWriter {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final Gson COMPACT = new Gson();

  private final Experiment experiment;
  private final RunFiles files;

  /**
   * Creates a writer.
   *
   * @param experiment what is run
   * @param files where results go
   */
  public RunWriter(Experiment experiment, RunFiles files) {
    this.experiment = experiment;
    this.files = files;
  }

  /** Writes what is known before training. */
  public void start() {
    writing(
        () -> {
          AtomicFile.write(files.recipe(), json(experiment.loaded().resolved()));
          AtomicFile.write(files.provenance(), json(Provenance.of(experiment)));
          StatisticsFile.write(files.statistics(), experiment.statistics());
          AtomicFile.write(files.split(), COMPACT.toJson(experiment.partition().byName()) + "\n");
          for (Map.Entry<String, HostArray> truth : experiment.dataset().truth().entrySet()) {
            Path file = files.truth(truth.getKey());
            Files.createDirectories(file.getParent());
            Npy.write(file, truth.getValue());
          }
        });
  }

  /**
   * Checks that the rows are those the run began with.
   *
   * @param isChanged whether the recipe was changed and must be written anew
   */
  public void resume(boolean isChanged) {
    if (!Files.exists(files.checkpoint())) {
      throw new RunException(
          files.folder() + " has no checkpoint to go on from; start the run anew elsewhere");
    }
    writing(
        () -> {
          Provenance.checkHash(
              readJson(files.provenance()), experiment.dataset(), experiment.dataHash());
          if (isChanged) {
            AtomicFile.write(files.recipe(), json(experiment.loaded().resolved()));
            StatisticsFile.write(files.statistics(), experiment.statistics());
          }
        });
  }

  /** Writes that parts were exchanged, and the recipe as it is resolved with them. */
  void recomposed(Experiment next, Recomposition done, List<PartUse> changed) {
    writing(
        () -> {
          JsonObject provenance = readJson(files.provenance());
          Provenance.add(provenance, next, done, changed);
          AtomicFile.write(files.provenance(), json(provenance));
          AtomicFile.write(files.recipe(), json(next.loaded().resolved()));
        });
  }

  /** {@return where metrics and checkpoints go} */
  public Journal journal() {
    return new RunJournal(files);
  }

  /**
   * {@return the scores of means}
   *
   * @param means of all measures, by split
   */
  public Map<String, Summary.Score> scores(Map<String, Map<String, double[]>> means) {
    return Scores.of(means, experiment.partition().byName());
  }

  /**
   * Writes what is known after training.
   *
   * @param variables of the model
   * @param summary of the run
   */
  public void finish(Map<String, HostArray> variables, Summary summary) {
    Map<String, String> metadata = Map.of("format", "vaelix");
    HostArray latents =
        new Forward(
                experiment.tracer().encoding(experiment.batchSize()),
                experiment.loaded().recipe().backend(),
                variables,
                experiment.batchSize())
            .over(experiment.rows(), experiment.loaded().recipe().seed())
            .get(Model.MEAN);
    writing(
        () -> {
          new SafeTensors(variables, metadata).write(files.weights());
          Npy.write(files.latents(), latents);
          AtomicFile.write(files.summary(), json(SummaryJson.write(summary)));
        });
  }

  private static String json(JsonElement element) {
    return GSON.toJson(element) + "\n";
  }

  static JsonObject readJson(Path file) throws IOException {
    try {
      return GSON.fromJson(Files.readString(file), JsonObject.class);
    } catch (JsonParseException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void writing(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new RunException(
          "the run folder " + files.folder() + " cannot be used: " + IoProblem.of(e), e);
    }
  }
}
