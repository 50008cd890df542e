package org.vaelix.cpu.internal.loop;

import java.util.Arrays;

/**
 * Brings a stretched tensor's values together in a register.
 *
 * @param offset of the tensor
 * @param access from the space to the tensor
 * @param register where to
 */
record Load(int offset, Access access, int register) implements BlockStep {
  @Override
  public void run(Block block) {
    int to = block.register(register);
    int inner = access.innerSize();
    int done = 0;
    while (done < block.count) {
      int index = block.start + done;
      int run = Math.min(block.count - done, inner - index % inner);
      copy(block, offset + access.place(index), to + done, run);
      done += run;
    }
  }

  private void copy(Block block, int from, int to, int run) {
    int stride = access.innerStride();
    if (stride == 1) {
      System.arraycopy(block.memory, from, block.scratch, to, run);
    } else if (stride == 0) {
      Arrays.fill(block.scratch, to, to + run, block.memory[from]);
    } else {
      for (int i = 0; i < run; i++) {
        block.scratch[to + i] = block.memory[from + i * stride];
      }
    }
  }
}
