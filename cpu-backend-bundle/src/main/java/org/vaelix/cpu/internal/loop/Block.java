package org.vaelix.cpu.internal.loop;

import org.vaelix.cpu.internal.math.BlockMath;

/**
 * The block of a loop's part that a thread is at. Kept from run to run, so that a run allocates
 * nothing.
 */
final class Block {
  final BlockMath math;
  final int registerSize;
  final int part;

  /** Index of the part's first value in the flattened space. */
  final int first;

  float[] memory;
  float[] scratch;

  /** Where in the scratch the registers begin. */
  int registers;

  /** Where in the scratch the part's piece of a local tensor begins. */
  int local;

  /** Index of the first value in the flattened space. */
  int start;

  /** How many values. */
  int count;

  Block(BlockMath math, int registerSize, int part, int first) {
    this.math = math;
    this.registerSize = registerSize;
    this.part = part;
    this.first = first;
  }

  /** The array that holds an operand's values for this block. */
  float[] array(Operand operand) {
    return switch (operand.kind()) {
      case REGISTER, LOCAL -> scratch;
      case TENSOR, NUMBER -> memory;
    };
  }

  /** Where in that array they begin. */
  int offset(Operand operand) {
    return switch (operand.kind()) {
      case REGISTER -> register(operand.place());
      case LOCAL -> local + start - first;
      case TENSOR -> operand.place() + start;
      case NUMBER -> operand.place();
    };
  }

  /** Where in the scratch a register begins. */
  int register(int number) {
    return registers + number * registerSize;
  }
}
