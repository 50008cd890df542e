package org.vaelix.cpu.internal.memory;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Makes zeros of the denormal numbers, those below {@link Float#MIN_NORMAL}, among the variables.
 *
 * <p>What fades, as an optimiser's memory of a unit that is dead does, ends among the denormal
 * numbers and stays there: 0.9 times the smallest of them, rounded, is itself. Many processors take
 * tens of times longer for each of them, and the JVM cannot tell the processor to take them for
 * zeros. Looking at every variable now and then costs next to nothing and ends that.
 */
public final class FlushTask implements Task {
  /** Steps from one look to the next. */
  private static final int EVERY = 128;

  private static final int PART = 65_536;

  private final List<int[]> parts = new ArrayList<>();

  /**
   * Creates the task.
   *
   * @param graph whose updated variables are looked at
   * @param memory where they lie
   */
  public FlushTask(Graph graph, MemoryPlan memory) {
    for (String name : graph.updates().keySet()) {
      Tensor variable = graph.variable(name).tensor();
      int from = memory.offset(variable);
      int end = from + variable.shape().elements();
      for (int start = from; start < end; start += PART) {
        parts.add(new int[] {start, Math.min(end, start + PART)});
      }
    }
  }

  /**
   * {@return whether it is time} It depends on the step's number alone, so that a run that is taken
   * up again goes on to the same bits.
   *
   * @param step just done
   */
  public boolean isDue(long step) {
    return step % EVERY == 0 && !parts.isEmpty();
  }

  @Override
  public int parts() {
    return parts.size();
  }

  @Override
  public long nanoseconds() {
    return (long) parts.size() * PART / 2;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int[] range = parts.get(part);
    for (int i = range[0]; i < range[1]; i++) {
      float value = memory[i];
      // Written only where needed: most often nothing is, and the cache has nothing to write back.
      if (Math.abs(value) < Float.MIN_NORMAL && value != 0) {
        memory[i] = 0;
      }
    }
  }
}
