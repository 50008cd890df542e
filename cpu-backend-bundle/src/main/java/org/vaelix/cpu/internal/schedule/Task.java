package org.vaelix.cpu.internal.schedule;

/**
 * One piece of a step: reads and writes ranges of the program's memory. Its parts may run in any
 * order and on any threads at once, so each writes a range of its own; where the parts begin and
 * end depends on shapes only, never on the number of threads, so that results do not either.
 */
public interface Task {
  /** {@return how many parts there are, at least 1} */
  int parts();

  /**
   * Does one part.
   *
   * @param part from 0
   * @param memory of the program
   * @param scratch of the thread
   */
  void run(int part, float[] memory, Scratch scratch);

  /** {@return about how many nanoseconds one thread needs for all parts, to decide on threads} */
  long nanoseconds();

  /** {@return how many floats of scratch a part needs} */
  default int scratchFloats() {
    return 0;
  }
}
