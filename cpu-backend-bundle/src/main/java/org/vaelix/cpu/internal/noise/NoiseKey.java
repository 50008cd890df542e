package org.vaelix.cpu.internal.noise;

/** Seed and step of the run under way; set before a program's tasks run, read by them. */
public final class NoiseKey {
  private volatile long seed;
  private volatile long step;

  /** Creates a key; its numbers are set before each run. */
  public NoiseKey() {}

  /**
   * Sets the key of the next run.
   *
   * @param newSeed of the run
   * @param newStep of the run
   */
  public void set(long newSeed, long newStep) {
    seed = newSeed;
    step = newStep;
  }

  long seed() {
    return seed;
  }

  long step() {
    return step;
  }
}
