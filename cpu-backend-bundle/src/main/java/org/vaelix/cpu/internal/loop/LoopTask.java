package org.vaelix.cpu.internal.loop;

import java.util.List;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/** Runs the steps of a fused stage block by block. */
final class LoopTask implements Task {
  private static final double NANOSECONDS_PER_VALUE = 0.2;

  private final BlockMath math;
  private final BlockStep[] steps;
  private final Reduce[] reductions;
  private final Partition partition;
  private final int registers;
  private final int blockSize;

  LoopTask(BlockMath math, List<BlockStep> steps, Partition partition, int registers) {
    this.math = math;
    this.steps = steps.toArray(BlockStep[]::new);
    this.reductions =
        steps.stream()
            .filter(Reduce.class::isInstance)
            .map(Reduce.class::cast)
            .toArray(Reduce[]::new);
    this.partition = partition;
    this.registers = registers;
    this.blockSize = BlockSize.of(registers, partition.rowSize());
  }

  @Override
  public int parts() {
    return partition.parts();
  }

  @Override
  public long nanoseconds() {
    long values = (long) partition.rows() * partition.rowSize();
    return (long) (values * steps.length * NANOSECONDS_PER_VALUE);
  }

  @Override
  public int scratchFloats() {
    return registers * blockSize;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    int firstRow = partition.firstRow(part);
    int lastRow = partition.firstRow(part + 1);
    for (Reduce reduction : reductions) {
      reduction.begin(memory, part, firstRow, lastRow, partition.rows());
    }
    Block block = new Block(math, memory, scratch.floats(), blockSize, part);
    int end = lastRow * partition.rowSize();
    for (int start = firstRow * partition.rowSize(); start < end; start += blockSize) {
      block.start = start;
      block.count = Math.min(blockSize, end - start);
      for (BlockStep step : steps) {
        step.run(block);
      }
    }
  }
}
