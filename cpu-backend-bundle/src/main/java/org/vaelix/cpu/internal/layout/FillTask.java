package org.vaelix.cpu.internal.layout;

import java.util.Arrays;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Sets a range to one number.
 *
 * @param to offset of the range
 * @param count how many values
 * @param value the number
 */
record FillTask(int to, int count, float value) implements Task {
  @Override
  public int parts() {
    return 1;
  }

  @Override
  public long nanoseconds() {
    return count / 10;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    Arrays.fill(memory, to, to + count, value);
  }
}
