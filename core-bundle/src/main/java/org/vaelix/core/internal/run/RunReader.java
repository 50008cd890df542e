package org.vaelix.core.internal.run;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.internal.data.Statistics;
import org.vaelix.core.run.RunException;
import org.vaelix.core.run.RunFiles;
import org.vaelix.core.run.Summary;

/** Reads the results in a run folder. */
public final class RunReader {
  private final RunFiles files;

  /**
   * Creates a reader.
   *
   * @param files of the run folder
   */
  public RunReader(RunFiles files) {
    this.files = files;
  }

  /** {@return the model's variables} */
  public Map<String, HostArray> weights() {
    return reading(files.weights(), file -> SafeTensors.read(file).arrays());
  }

  /**
   * Refuses rows other than those that the run began with.
   *
   * @param dataset the rows
   * @param hash of them
   */
  void checkHash(Dataset dataset, String hash) {
    Provenance.checkHash(reading(files.provenance(), RunWriter::readJson), dataset, hash);
  }

  /** {@return what is known of the training rows} */
  public Statistics statistics() {
    if (!Files.exists(files.statistics())) {
      throw new RunException(
          files.folder()
              + " has no "
              + files.statistics().getFileName()
              + ", which every run writes when it starts; put it back, or train anew");
    }
    return reading(files.statistics(), StatisticsFile::read);
  }

  /**
   * {@return the summary with other scores}
   *
   * @param means of all measures, by split
   * @param splits row numbers by split
   */
  public Summary summary(Map<String, Map<String, double[]>> means, Map<String, int[]> splits) {
    JsonObject json = reading(files.summary(), RunWriter::readJson);
    Summary written = SummaryJson.read(json);
    return new Summary(
        Scores.of(means, splits),
        written.stopped(),
        written.epochs(),
        written.bestEpoch(),
        written.steps(),
        written.seconds(),
        written.stepMilliseconds(),
        written.backend(),
        written.threads(),
        written.parameters());
  }

  private interface Reading<T> {
    T read(Path file) throws IOException;
  }

  private <T> T reading(Path file, Reading<T> reading) {
    if (!Files.exists(file)) {
      throw new RunException(
          files.folder()
              + " has no "
              + file.getFileName()
              + ": training has not finished; go on with train --resume "
              + files.folder());
    }
    try {
      return reading.read(file);
    } catch (IOException e) {
      throw new RunException(file + " cannot be read: " + IoProblem.of(e), e);
    }
  }
}
