package org.vaelix.core.internal.training;

import java.nio.file.Path;
import java.util.Map;
import org.vaelix.core.backend.HostArray;

/** Where a training loop leaves what must survive it. Implemented by the run folder. */
public interface Journal {
  /**
   * Writes a checkpoint in the place of the last one.
   *
   * @param progress how far training has come
   * @param variables all of them
   */
  void checkpoint(Progress progress, Map<String, HostArray> variables);

  /**
   * Reads the last checkpoint and forgets whatever was written after it.
   *
   * @param progress overwritten
   * @return the variables
   */
  Map<String, HostArray> restore(Progress progress);

  /** {@return the file of the last checkpoint} */
  Path lastCheckpoint();

  /**
   * Writes the metrics of an epoch.
   *
   * @param progress at its end
   * @param train means over the training rows as they were seen
   * @param validation means over the validation rows; empty without
   */
  void epochDone(Progress progress, Map<String, double[]> train, Map<String, double[]> validation);
}
