package org.vaelix.core.compile;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/**
 * Signs that cancel or that a sum takes in: a + (−b) is a − b, −(−a) is a, and a product's sign is
 * moved behind it, where it may meet another one. Floating-point arithmetic rounds magnitudes, so
 * no bit changes.
 */
final class Negations {
  private Negations() {}

  /** What a node can be computed as instead. */
  record Rewritten(Op op, List<Tensor> operands, boolean isNegated) {}

  static Optional<Rewritten> of(Op op, Shape shape, List<Tensor> operands) {
    return Optional.ofNullable(
        switch (op) {
          case ADD -> sum(operands.get(0), operands.get(1));
          case SUBTRACT -> difference(operands.get(0), operands.get(1));
          case MULTIPLY, DIVIDE -> product(op, shape, operands.get(0), operands.get(1));
          default -> null;
        });
  }

  private static Rewritten sum(Tensor a, Tensor b) {
    if (b.op() == Op.NEGATE) {
      return new Rewritten(Op.SUBTRACT, List.of(a, inner(b)), false);
    }
    return a.op() == Op.NEGATE ? new Rewritten(Op.SUBTRACT, List.of(b, inner(a)), false) : null;
  }

  private static Rewritten difference(Tensor a, Tensor b) {
    return b.op() == Op.NEGATE ? new Rewritten(Op.ADD, List.of(a, inner(b)), false) : null;
  }

  private static Rewritten product(Op op, Shape shape, Tensor a, Tensor b) {
    if (isMovable(a, shape)) {
      return new Rewritten(op, List.of(inner(a), b), true);
    }
    return isMovable(b, shape) ? new Rewritten(op, List.of(a, inner(b)), true) : null;
  }

  /** A sign before a stretched operand is cheaper where it is. */
  private static boolean isMovable(Tensor operand, Shape shape) {
    return operand.op() == Op.NEGATE && operand.shape().equals(shape);
  }

  /** What a negation negates. */
  static Tensor inner(Tensor negated) {
    return negated.operands().get(0);
  }
}
