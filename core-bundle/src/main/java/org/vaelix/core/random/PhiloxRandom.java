package org.vaelix.core.random;

import java.util.random.RandomGenerator;
import org.vaelix.core.graph.Noise;

/**
 * A random generator over one stream of {@link Noise}. Equal seeds and purposes give equal numbers
 * on every machine; different purposes give independent ones, so that no use of randomness disturbs
 * another. Not thread-safe.
 */
public final class PhiloxRandom implements RandomGenerator {
  private final long seed;
  private final int stream;
  private final long step;
  private final int[] words = new int[4];
  private int block;
  private int used = 4;

  /**
   * Creates a generator.
   *
   * @param seed of the run
   * @param purpose what the numbers are for, for example {@code "shuffle"}
   * @param step a counter within the purpose, for example the epoch
   */
  public PhiloxRandom(long seed, String purpose, long step) {
    this.seed = seed;
    this.stream = Noise.stream(purpose);
    this.step = step;
  }

  @Override
  public int nextInt() {
    if (used == 4) {
      Noise.words(seed, step, stream, block++, words);
      used = 0;
    }
    return words[used++];
  }

  @Override
  public long nextLong() {
    return ((long) nextInt() << 32) ^ (nextInt() & 0xFFFFFFFFL);
  }

  /**
   * Brings numbers into a random order, each as likely as any other (Fisher and Yates; Knuth, The
   * Art of Computer Programming, 3.4.2, algorithm P).
   *
   * @param values changed in place
   */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }
}
