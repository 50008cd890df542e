package org.vaelix.cpu.internal.convolution;

import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/** Adds what the groups summed, the first group first. Each part does some rows of the result. */
final class CombineTask implements Task {
  private static final int PART = 16_384;

  private final int groups;
  private final int rows;
  private final int columns;
  private final int partial;
  private final int result;
  private final int perPart;

  CombineTask(int groups, int rows, int columns, int partial, int result) {
    this.groups = groups;
    this.rows = rows;
    this.columns = columns;
    this.partial = partial;
    this.result = result;
    this.perPart = Math.max(1, PART / columns);
  }

  @Override
  public int parts() {
    return (rows + perPart - 1) / perPart;
  }

  @Override
  public long nanoseconds() {
    return (long) groups * rows * columns / 4;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int row = part * perPart;
    int count = Math.min(perPart, rows - row);
    int from = row * columns;
    System.arraycopy(memory, partial + from, memory, result + from, count * columns);
    for (int group = 1; group < groups; group++) {
      add(memory, result + from, partial + group * rows * columns + from, count * columns);
    }
  }

  private static void add(float[] memory, int to, int from, int count) {
    for (int i = 0; i < count; i++) {
      memory[to + i] += memory[from + i];
    }
  }
}
