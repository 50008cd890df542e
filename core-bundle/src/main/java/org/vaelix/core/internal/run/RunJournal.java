package org.vaelix.core.internal.run;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.AtomicFile;
import org.vaelix.core.internal.training.Checkpoint;
import org.vaelix.core.internal.training.Journal;
import org.vaelix.core.internal.training.Progress;
import org.vaelix.core.run.RunException;
import org.vaelix.core.run.RunFiles;

/** Leaves metrics and checkpoints in a run folder. */
final class RunJournal implements Journal {
  private static final Gson GSON = new Gson();

  private final RunFiles files;

  RunJournal(RunFiles files) {
    this.files = files;
  }

  @Override
  public void checkpoint(Progress progress, Map<String, HostArray> variables) {
    try {
      Checkpoint.write(files.checkpoint(), progress, variables);
    } catch (IOException e) {
      throw new RunException("the checkpoint cannot be written: " + IoProblem.of(e), e);
    }
  }

  @Override
  public Map<String, HostArray> restore(Progress progress) {
    try {
      Map<String, HostArray> variables = Checkpoint.read(files.checkpoint(), progress);
      forgetEpochsAfter(progress.epoch());
      return variables;
    } catch (IOException e) {
      throw new RunException(
          "the checkpoint " + files.checkpoint() + " cannot be read: " + IoProblem.of(e), e);
    }
  }

  /**
   * A process that was killed may have left lines of epochs that are done again, or half a line.
   */
  private void forgetEpochsAfter(int epoch) throws IOException {
    if (Files.exists(files.metrics())) {
      List<String> lines = Files.readAllLines(files.metrics(), StandardCharsets.UTF_8);
      String kept = String.join("\n", lines.subList(0, Math.min(epoch, lines.size())));
      AtomicFile.write(files.metrics(), kept.isEmpty() ? "" : kept + "\n");
    }
  }

  @Override
  public Path lastCheckpoint() {
    return files.checkpoint();
  }

  @Override
  public void epochDone(
      Progress progress, Map<String, double[]> train, Map<String, double[]> validation) {
    JsonObject line = new JsonObject();
    line.addProperty("epoch", progress.epoch());
    line.addProperty("step", progress.step());
    line.addProperty("seconds", progress.seconds());
    line.add("train", MeasuresJson.of(train));
    if (!validation.isEmpty()) {
      line.add("validation", MeasuresJson.of(validation));
    }
    try {
      Files.writeString(
          files.metrics(),
          GSON.toJson(line) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new RunException("the metrics cannot be written: " + IoProblem.of(e), e);
    }
  }
}
