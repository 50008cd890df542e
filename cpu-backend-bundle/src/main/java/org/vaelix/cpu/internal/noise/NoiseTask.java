package org.vaelix.cpu.internal.noise;

import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/** Fills a tensor with noise. */
public final class NoiseTask implements Task {
  private static final int PART = 4096;
  private static final int NANOSECONDS_PER_NUMBER = 3;

  private final BlockMath math;
  private final NoiseKey key;
  private final boolean isNormal;
  private final int stream;
  private final int to;
  private final int count;

  /**
   * Creates the task.
   *
   * @param math the arithmetic
   * @param key of the run under way
   * @param node normal or uniform noise
   * @param to offset of the tensor
   */
  public NoiseTask(BlockMath math, NoiseKey key, Tensor node, int to) {
    this.math = math;
    this.key = key;
    this.isNormal = node.op() == Op.NORMAL;
    this.stream = ((Attributes.Stream) node.attributes()).stream();
    this.to = to;
    this.count = node.shape().elements();
  }

  @Override
  public int parts() {
    return Math.max(1, (count + PART - 1) / PART);
  }

  @Override
  public long nanoseconds() {
    return (long) count * NANOSECONDS_PER_NUMBER;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int first = part * PART;
    int length = Math.min(PART, count - first);
    if (isNormal) {
      math.normal(key.seed(), key.step(), stream, first, memory, to + first, length);
    } else {
      math.uniform(key.seed(), key.step(), stream, first, memory, to + first, length);
    }
  }
}
