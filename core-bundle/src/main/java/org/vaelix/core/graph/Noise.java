package org.vaelix.core.graph;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The definition of {@link Op#NORMAL} and {@link Op#UNIFORM}, to the bit for the integers.
 *
 * <p>Element {@code i} of a stream comes from word {@code i mod 4} of {@link Philox} under the key
 * {@code seed} (low word, high word) and the counter {@code (i div 4, stream, step low, step
 * high)}. A word {@code w} gives the uniform number {@code ((w >>> 9) + ½) · 2⁻²³}, which float and
 * double hold exactly. Words {@code (w0, w1)} and {@code (w2, w3)} give two normal numbers each:
 * {@code √(−2 ln u0) cos 2πu1} and {@code √(−2 ln u0) sin 2πu1} (Box and Muller 1958).
 */
public final class Noise {
  /** The length of a step between neighbouring uniform numbers, 2⁻²³. */
  public static final double UNIFORM_STEP = 0x1p-23;

  private Noise() {}

  /**
   * {@return the stream of a noise of this name}
   *
   * @param name unique in its graph
   */
  public static int stream(String name) {
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    return (int) hash.getValue();
  }

  /**
   * Computes the four words for elements {@code 4·block} to {@code 4·block + 3}.
   *
   * @param seed of the run
   * @param step of the run
   * @param stream of the noise
   * @param block which four elements
   * @param words four words, overwritten
   */
  public static void words(long seed, long step, int stream, int block, int[] words) {
    words[0] = block;
    words[1] = stream;
    words[2] = (int) step;
    words[3] = (int) (step >>> 32);
    Philox.scramble(words, (int) seed, (int) (seed >>> 32));
  }

  /**
   * {@return the uniform number in (0, 1) of a word}
   *
   * @param word 32 random bits
   */
  public static double uniform(int word) {
    return ((word >>> 9) + 0.5) * UNIFORM_STEP;
  }

  /**
   * Fills an array with uniform noise in double precision.
   *
   * @param seed of the run
   * @param step of the run
   * @param stream of the noise
   * @param values overwritten
   */
  public static void uniform(long seed, long step, int stream, double[] values) {
    int[] words = new int[4];
    for (int i = 0; i < values.length; i++) {
      if (i % 4 == 0) {
        words(seed, step, stream, i / 4, words);
      }
      values[i] = uniform(words[i % 4]);
    }
  }

  /**
   * Fills an array with standard normal noise in double precision.
   *
   * @param seed of the run
   * @param step of the run
   * @param stream of the noise
   * @param values overwritten
   */
  public static void normal(long seed, long step, int stream, double[] values) {
    int[] words = new int[4];
    for (int i = 0; i < values.length; i += 2) {
      if (i % 4 == 0) {
        words(seed, step, stream, i / 4, words);
      }
      double radius = Math.sqrt(-2 * Math.log(uniform(words[i % 4])));
      double angle = 2 * Math.PI * uniform(words[i % 4 + 1]);
      values[i] = radius * Math.cos(angle);
      if (i + 1 < values.length) {
        values[i + 1] = radius * Math.sin(angle);
      }
    }
  }
}
