package org.vaelix.core.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** The known-answer vectors of philox4x32-10 that come with Random123 (file kat_vectors). */
class PhiloxTest {
  private static int[] scrambled(int key0, int key1, int... counter) {
    Philox.scramble(counter, key0, key1);
    return counter;
  }

  @Test
  void zeros() {
    assertArrayEquals(
        new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, scrambled(0, 0, 0, 0, 0, 0));
  }

  @Test
  void ones() {
    assertArrayEquals(
        new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
        scrambled(-1, -1, -1, -1, -1, -1));
  }

  @Test
  void digitsOfPi() {
    assertArrayEquals(
        new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
        scrambled(0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344));
  }
}
