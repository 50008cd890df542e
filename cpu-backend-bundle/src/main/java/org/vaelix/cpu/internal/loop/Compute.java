package org.vaelix.cpu.internal.loop;

import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.loop.Operand.Kind;

/**
 * One operation.
 *
 * @param op element-wise, or {@link Op#BROADCAST}, which copies
 * @param order of {@link Op#POLYGAMMA}, else 0
 * @param result a register or a tensor
 * @param operands one to three; numbers only where the operation takes one
 */
record Compute(Op op, int order, Operand result, Operand... operands) implements BlockStep {
  @Override
  public void run(Block block) {
    switch (operands.length) {
      case 1 -> unary(block, operands[0]);
      case 2 -> binary(block, operands[0], operands[1]);
      default -> select(block);
    }
  }

  private void unary(Block block, Operand x) {
    float[] from = block.array(x);
    float[] to = block.array(result);
    int fromOffset = block.offset(x);
    int toOffset = block.offset(result);
    if (x.kind() == Kind.NUMBER) {
      block.math.fill(from[fromOffset], to, toOffset, block.count);
      from = to;
      fromOffset = toOffset;
    }
    if (op == Op.BROADCAST || op == Op.STOP_GRADIENT) {
      System.arraycopy(from, fromOffset, to, toOffset, block.count);
    } else {
      block.math.unary(op, order, from, fromOffset, to, toOffset, block.count);
    }
  }

  private void binary(Block block, Operand a, Operand b) {
    float[] left = block.array(a);
    float[] right = block.array(b);
    int l = block.offset(a);
    int r = block.offset(b);
    float[] to = block.array(result);
    int t = block.offset(result);
    if (a.kind() != Kind.NUMBER && b.kind() != Kind.NUMBER) {
      block.math.binary(op, left, l, right, r, to, t, block.count);
    } else if (a.kind() != Kind.NUMBER) {
      block.math.binaryScalar(op, left, l, right[r], to, t, block.count);
    } else if (b.kind() != Kind.NUMBER) {
      block.math.scalarBinary(op, left[l], right, r, to, t, block.count);
    } else {
      block.math.fill(left[l], to, t, block.count);
      block.math.binaryScalar(op, to, t, right[r], to, t, block.count);
    }
  }

  private void select(Block block) {
    block.math.select(
        block.array(operands[0]),
        block.offset(operands[0]),
        block.array(operands[1]),
        block.offset(operands[1]),
        block.array(operands[2]),
        block.offset(operands[2]),
        block.array(result),
        block.offset(result),
        block.count);
  }
}
