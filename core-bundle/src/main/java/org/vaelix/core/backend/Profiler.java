package org.vaelix.core.backend;

import java.util.Map;

/**
 * Runs a program and measures each of its kernels meanwhile. Made by {@link Program#profiler}; for
 * the thread that drives the program. Measuring costs a little time itself, so a whole step is
 * better measured around {@link Program#run}.
 */
public interface Profiler {
  /**
   * Does what {@link Program#run} does, and measures it.
   *
   * @param seed key of the noise
   * @param step counter of the noise
   * @param inputs a value of the declared shape for each input of the graph
   * @return the outputs, valid until the next run
   */
  Program.Outputs run(long seed, long step, Map<String, HostArray> inputs);

  /** Forgets what was measured so far, for example because the JVM was still warming up. */
  void reset();

  /**
   * {@return what was measured since the profiler was made or reset}
   *
   * @throws IllegalStateException if that was no run
   */
  Profile profile();
}
