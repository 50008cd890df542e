package org.vaelix.cpu.internal.loop;

import java.util.Arrays;
import java.util.List;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/** Runs the steps of a fused stage block by block. */
public final class LoopTask implements Task {
  private static final double NANOSECONDS_PER_VALUE = 0.2;

  private final BlockStep[] steps;
  private final Reduce[] reductions;
  private final Partition partition;
  private final int registerCount;
  private final int blockSize;

  /** One for each part, which one thread at a time computes. */
  private final Block[] blocks;

  LoopTask(BlockMath math, List<BlockStep> steps, Partition partition, int registers) {
    this.steps = steps.toArray(BlockStep[]::new);
    this.reductions =
        steps.stream()
            .filter(Reduce.class::isInstance)
            .map(Reduce.class::cast)
            .toArray(Reduce[]::new);
    this.partition = partition;
    this.registerCount = registers;
    this.blockSize = BlockSize.of(registers, partition.rowSize());
    this.blocks = new Block[partition.parts()];
    Arrays.setAll(blocks, part -> new Block(math, blockSize, part, firstValue(part)));
  }

  private int firstValue(int part) {
    return partition.firstRow(part) * partition.rowSize();
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
    return registerCount * blockSize;
  }

  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    run(part, memory, scratch, scratch.start(), 0);
  }

  /**
   * Does one part.
   *
   * @param part from 0
   * @param memory of the program
   * @param scratch of the thread
   * @param registers where in the scratch {@link #scratchFloats} begin
   * @param local where in the scratch the part's piece of the local tensor begins
   */
  public void run(int part, float[] memory, Scratch scratch, int registers, int local) {
    int firstRow = partition.firstRow(part);
    int lastRow = partition.firstRow(part + 1);
    for (Reduce reduction : reductions) {
      reduction.begin(memory, part, firstRow, lastRow, partition.rows());
    }
    Block block = blocks[part];
    block.memory = memory;
    block.scratch = scratch.floats();
    block.registers = registers;
    block.local = local;
    int end = firstValue(part + 1);
    for (int start = block.first; start < end; start += blockSize) {
      block.start = start;
      block.count = Math.min(blockSize, end - start);
      for (BlockStep step : steps) {
        step.run(block);
      }
    }
  }
}
