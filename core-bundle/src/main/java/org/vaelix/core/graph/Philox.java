package org.vaelix.core.graph;

/**
 * Philox 4x32-10, a counter-based random number generator: a bijection of a 128-bit counter under a
 * 64-bit key (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
 */
public final class Philox {
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final long LOW = 0xFFFFFFFFL;

  private Philox() {}

  /**
   * Replaces a counter by its four random words.
   *
   * @param words the 128-bit counter, least significant word first; overwritten
   * @param key0 the low word of the key
   * @param key1 the high word of the key
   */
  public static void scramble(int[] words, int key0, int key1) {
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (words[0] & LOW);
      long product1 = MULTIPLIER_1 * (words[2] & LOW);
      int middle0 = (int) (product1 >>> 32) ^ words[1] ^ key0;
      int middle2 = (int) (product0 >>> 32) ^ words[3] ^ key1;
      words[0] = middle0;
      words[1] = (int) product1;
      words[2] = middle2;
      words[3] = (int) product0;
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
  }
}
