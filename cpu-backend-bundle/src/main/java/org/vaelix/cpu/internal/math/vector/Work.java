package org.vaelix.cpu.internal.math.vector;

import org.vaelix.cpu.internal.thread.PerThread;

/**
 * A thread's memory for functions that take several loops over a piece of a range, because one
 * would be too long; see {@link Loop}.
 */
final class Work {
  /**
   * Elements of a piece: a multiple of every number of lanes, and small enough for the L1 cache.
   */
  static final int PIECE = 256;

  private static final PerThread<Work> OWN = new PerThread<>(Work::new);

  final float[] first = new float[PIECE];
  final float[] second = new float[PIECE];
  final double[] exact = new double[PIECE];

  private Work() {}

  /** {@return this thread's} */
  static Work own() {
    return OWN.get();
  }
}
