package org.vaelix.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Noise;

class PhiloxRandomTest {
  @Test
  void givesTheWordsOfItsStream() {
    int[] expected = new int[4];
    Noise.words(5, 3, Noise.stream("shuffle"), 0, expected);

    assertArrayEquals(expected, new PhiloxRandom(5, "shuffle", 3).ints(4).toArray());
  }

  @Test
  void seedPurposeAndStepEachGiveOtherNumbers() {
    long[] numbers = numbers(1, "a", 0);

    assertArrayEquals(numbers, numbers(1, "a", 0));
    assertFalse(Arrays.equals(numbers, numbers(2, "a", 0)));
    assertFalse(Arrays.equals(numbers, numbers(1, "b", 0)));
    assertFalse(Arrays.equals(numbers, numbers(1, "a", 1)));
  }

  private static long[] numbers(long seed, String purpose, long step) {
    return new PhiloxRandom(seed, purpose, step).longs(8).toArray();
  }
}
