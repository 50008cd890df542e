package org.vaelix.cpu.internal.loop;

import java.util.List;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/** Joins what the parts of a loop reduced. */
record CombineTask(BlockMath math, List<Reduce> reductions, int loopParts) implements Task {
  @Override
  public int parts() {
    return 1;
  }

  @Override
  public long nanoseconds() {
    return 0;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    for (Reduce reduction : reductions) {
      reduction.combine(math, memory, loopParts);
    }
  }
}
