package org.vaelix.cpu.internal;

import org.vaelix.cpu.internal.loop.LoopTask;
import org.vaelix.cpu.internal.matrix.RowProduct;
import org.vaelix.cpu.internal.schedule.Scratch;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * Multiplies some rows and uses them up at once, while they are in the cache: bias and activation,
 * a gradient's mask, an optimiser's rule.
 *
 * @param product whose parts are the loop's
 * @param loop over the product's result
 * @param parts of both
 */
record EpilogueTask(RowProduct product, LoopTask loop, int parts) implements Task {
  @Override
  public void run(int part, float[] memory, Scratch scratch) {
    product.run(part, memory, scratch.floats());
    loop.run(part, memory, scratch.floats(), product.scratchFloats(), product.result());
  }

  @Override
  public long nanoseconds() {
    return product.nanoseconds() + loop.nanoseconds();
  }

  @Override
  public int scratchFloats() {
    return product.scratchFloats() + loop.scratchFloats();
  }
}
