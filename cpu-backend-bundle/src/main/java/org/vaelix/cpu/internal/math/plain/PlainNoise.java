package org.vaelix.cpu.internal.math.plain;

import org.vaelix.core.graph.Noise;

/** Noise as {@link Noise} defines it, from any element on. */
final class PlainNoise {
  /** Four words a thread, so that drawing allocates nothing. */
  private static final ThreadLocal<int[]> WORDS = ThreadLocal.withInitial(() -> new int[4]);

  private PlainNoise() {}

  static void uniform(long seed, long step, int stream, int first, float[] y, int yo, int n) {
    int[] words = WORDS.get();
    for (int i = 0; i < n; i++) {
      int element = first + i;
      if (i == 0 || element % 4 == 0) {
        Noise.words(seed, step, stream, element / 4, words);
      }
      y[yo + i] = (float) Noise.uniform(words[element % 4]);
    }
  }

  /** The two numbers of a pair share a radius, which is why they are drawn together. */
  static void normal(long seed, long step, int stream, int first, float[] y, int yo, int n) {
    int[] words = WORDS.get();
    for (int pair = first & ~1; pair < first + n; pair += 2) {
      if (pair % 4 == 0 || pair <= first) {
        Noise.words(seed, step, stream, pair / 4, words);
      }
      double radius = Math.sqrt(-2 * Math.log(Noise.uniform(words[pair % 4])));
      double angle = 2 * Math.PI * Noise.uniform(words[pair % 4 + 1]);
      if (pair >= first) {
        y[yo + pair - first] = (float) (radius * Math.cos(angle));
      }
      if (pair + 1 < first + n) {
        y[yo + pair + 1 - first] = (float) (radius * Math.sin(angle));
      }
    }
  }
}
