package org.vaelix.cpu.internal.loop;

/**
 * Writes a register to a tensor once the whole block is computed: for results that take the place
 * of something the loop reads.
 *
 * @param register where from
 * @param offset of the tensor
 */
record Store(int register, int offset) implements BlockStep {
  @Override
  public void run(Block block) {
    System.arraycopy(
        block.scratch, block.register(register), block.memory, offset + block.start, block.count);
  }
}
