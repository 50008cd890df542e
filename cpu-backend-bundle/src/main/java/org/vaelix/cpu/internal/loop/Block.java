package org.vaelix.cpu.internal.loop;

import org.vaelix.cpu.internal.math.BlockMath;

/** The block of a loop that a thread is at. */
final class Block {
  final BlockMath math;
  final float[] memory;
  final float[] scratch;
  final int registerSize;
  final int part;

  /** Index of the first value in the flattened space. */
  int start;

  /** How many values. */
  int count;

  Block(BlockMath math, float[] memory, float[] scratch, int registerSize, int part) {
    this.math = math;
    this.memory = memory;
    this.scratch = scratch;
    this.registerSize = registerSize;
    this.part = part;
  }

  /** The array that holds an operand's values for this block. */
  float[] array(Operand operand) {
    return operand.kind() == Operand.Kind.REGISTER ? scratch : memory;
  }

  /** Where in that array they begin. */
  int offset(Operand operand) {
    return switch (operand.kind()) {
      case REGISTER -> operand.place() * registerSize;
      case TENSOR -> operand.place() + start;
      case NUMBER -> operand.place();
    };
  }
}
