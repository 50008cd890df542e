package org.vaelix.cpu.internal.loop;

import org.vaelix.cpu.internal.math.Combination;

/**
 * Several operations in one pass.
 *
 * @param combination of operations
 * @param result a register or a tensor
 * @param a a register or a tensor
 * @param b a register or a tensor; a again where there is none
 * @param c a register or a tensor; a again where there is none
 * @param s offset of a number in the program's memory; 0 where there is none
 * @param t offset of a number in the program's memory; 0 where there is none
 */
record Combine(
    Combination combination, Operand result, Operand a, Operand b, Operand c, int s, int t)
    implements BlockStep {
  @Override
  public void run(Block block) {
    block.math.combine(
        combination,
        block.array(a),
        block.offset(a),
        block.array(b),
        block.offset(b),
        block.array(c),
        block.offset(c),
        block.memory[s],
        block.memory[t],
        block.array(result),
        block.offset(result),
        block.count);
  }
}
