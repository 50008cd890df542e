package org.vaelix.cpu.internal.loop;

/** How many values a block has. */
final class BlockSize {
  /**
   * All registers together fill a small part of a second-level cache. Smaller blocks would stay in
   * the first level, but each operation of a block is a call, and many short calls cost more than
   * the longer way to the second level (negative binomial with 10 registers: 4096 floats 3.8 ms,
   * 16384 floats 3.5 ms).
   */
  private static final int CACHE_FLOATS = 16384;

  private static final int SMALLEST = 1024;
  private static final int LARGEST = 2048;
  private static final int MULTIPLE = 64;

  private BlockSize() {}

  /** A size that is a multiple of the row's where rows are short, so that runs stay whole. */
  static int of(int registers, int rowSize) {
    int size = Math.max(SMALLEST, Math.min(LARGEST, CACHE_FLOATS / Math.max(1, registers)));
    if (rowSize > 1 && rowSize <= size) {
      return size / rowSize * rowSize;
    }
    return size / MULTIPLE * MULTIPLE;
  }
}
