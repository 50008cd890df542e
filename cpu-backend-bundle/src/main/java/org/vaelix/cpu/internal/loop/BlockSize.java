package org.vaelix.cpu.internal.loop;

/** How many values a block has. */
final class BlockSize {
  /** All registers together fill half of a 32 KiB first-level cache; the rest is for tensors. */
  private static final int CACHE_FLOATS = 4096;

  private static final int SMALLEST = 256;
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
