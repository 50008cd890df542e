package org.vaelix.benchmarks.vaelix;

import java.nio.file.Path;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.internal.training.Journal;
import org.vaelix.core.internal.training.Progress;

/** Keeps nothing: what is measured is training, not the disk. */
final class NoJournal implements Journal {
  @Override
  public void checkpoint(Progress progress, Map<String, HostArray> variables) {}

  @Override
  public Map<String, HostArray> restore(Progress progress) {
    throw new UnsupportedOperationException("a benchmark is not resumed");
  }

  @Override
  public Path lastCheckpoint() {
    return Path.of("none");
  }

  @Override
  public void epochDone(
      Progress progress, Map<String, double[]> train, Map<String, double[]> validation) {}
}
