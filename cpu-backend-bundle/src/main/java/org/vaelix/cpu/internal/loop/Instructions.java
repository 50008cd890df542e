package org.vaelix.cpu.internal.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaelix.core.compile.Stage;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.math.Combination;

/**
 * Finds {@link Combination}s among a loop's nodes, from the last to the first, so that the largest
 * is found. A node inside a combination has no other reader and nobody outside wants it.
 */
final class Instructions {
  private final Stage.Loop loop;
  private final Map<Tensor, Integer> readers = new HashMap<>();
  private final Set<Tensor> nodes;
  private final Set<Tensor> inside = new HashSet<>();

  private Instructions(Stage.Loop loop) {
    this.loop = loop;
    this.nodes = new HashSet<>(loop.nodes());
    loop.nodes().forEach(n -> n.operands().forEach(t -> readers.merge(t, 1, Integer::sum)));
    loop.reductions().forEach(n -> readers.merge(n.operands().get(0), 2, Integer::sum));
    loop.results().forEach(n -> readers.merge(n, 2, Integer::sum));
  }

  /** A loop's instructions, in an order in which operands come first. */
  static List<Instruction> of(Stage.Loop loop) {
    return new Instructions(loop).found();
  }

  private List<Instruction> found() {
    List<Instruction> found = new ArrayList<>();
    for (int i = loop.nodes().size() - 1; i >= 0; i--) {
      Tensor node = loop.nodes().get(i);
      if (!inside.contains(node)) {
        found.add(combination(node).orElseGet(() -> Instruction.of(node)));
      }
    }
    Collections.reverse(found);
    return found;
  }

  private Optional<Instruction> combination(Tensor node) {
    return switch (node.op()) {
      case ADD -> sum(node, operand(node, 0), operand(node, 1));
      case SUBTRACT -> difference(node, operand(node, 0), operand(node, 1));
      case SELECT -> gate(node);
      case RELU -> rectifiedSum(node);
      default -> Optional.empty();
    };
  }

  private Optional<Instruction> sum(Tensor node, Tensor left, Tensor right) {
    Scaled l = scaled(left);
    Scaled r = scaled(right);
    if (l != null && r != null) {
      if (isInside(r.range, Op.MULTIPLY) && operand(r.range, 0) == operand(r.range, 1)) {
        List<Tensor> ranges = List.of(l.range, operand(r.range, 0));
        return take(node, Combination.WEIGHTED_SUM_WITH_SQUARE, ranges, l.number, r.number)
            .map(i -> absorb(i, left, right, r.range));
      }
      return take(node, Combination.WEIGHTED_SUM, List.of(l.range, r.range), l.number, r.number)
          .map(i -> absorb(i, left, right));
    }
    if (l != null && isNumber(right)) {
      return shifted(node, left, l, right);
    }
    if (r != null && isNumber(left)) {
      return shifted(node, right, r, left);
    }
    if (r != null) {
      return take(node, Combination.PLUS_SCALED, List.of(left, r.range), r.number)
          .map(i -> absorb(i, right));
    }
    if (l != null) {
      return take(node, Combination.PLUS_SCALED, List.of(right, l.range), l.number)
          .map(i -> absorb(i, left));
    }
    return product(node, left, right)
        .or(() -> product(node, right, left))
        .or(() -> fraction(node, left, right))
        .or(() -> fraction(node, right, left));
  }

  /** (a + t) + s/b, or a + (s/b + t). */
  private Optional<Instruction> fraction(Tensor node, Tensor left, Tensor right) {
    if (!isInside(left, Op.ADD)) {
      return Optional.empty();
    }
    boolean second = isNumber(operand(left, 1));
    Tensor shift = operand(left, second ? 1 : 0);
    Tensor shifted = operand(left, second ? 0 : 1);
    Tensor quotient = isNumberOverRange(right) ? right : shifted;
    Tensor range = quotient == right ? shifted : right;
    if (!isNumber(shift) || isNumber(range) || !isNumberOverRange(quotient)) {
      return Optional.empty();
    }
    List<Tensor> ranges = List.of(range, operand(quotient, 1));
    return take(node, Combination.SHIFTED_PLUS_QUOTIENT, ranges, operand(quotient, 0), shift)
        .map(i -> absorb(i, left, quotient));
  }

  private boolean isNumberOverRange(Tensor tensor) {
    return isInside(tensor, Op.DIVIDE)
        && isNumber(operand(tensor, 0))
        && !isNumber(operand(tensor, 1));
  }

  private Optional<Instruction> shifted(Tensor node, Tensor product, Scaled scaled, Tensor shift) {
    if (isInside(scaled.range, Op.SQRT)) {
      Tensor root = operand(scaled.range, 0);
      return take(node, Combination.SCALED_ROOT_AND_SHIFT, List.of(root), scaled.number, shift)
          .map(i -> absorb(i, product, scaled.range));
    }
    return take(node, Combination.SCALE_AND_SHIFT, List.of(scaled.range), scaled.number, shift)
        .map(i -> absorb(i, product));
  }

  private Optional<Instruction> product(Tensor node, Tensor product, Tensor other) {
    if (!isInside(product, Op.MULTIPLY)
        || isNumber(other)
        || isNumber(operand(product, 0))
        || isNumber(operand(product, 1))) {
      return Optional.empty();
    }
    List<Tensor> ranges = List.of(operand(product, 0), operand(product, 1), other);
    return take(node, Combination.PRODUCT_AND_SUM, ranges).map(i -> absorb(i, product));
  }

  private Optional<Instruction> difference(Tensor node, Tensor left, Tensor right) {
    if (isNumber(left)) {
      return Optional.empty();
    }
    Scaled scaled = scaled(right);
    if (scaled != null) {
      return take(node, Combination.MINUS_SCALED, List.of(left, scaled.range), scaled.number)
          .map(i -> absorb(i, right));
    }
    if (isInside(right, Op.DIVIDE) && !isNumber(operand(right, 1))) {
      Tensor numerator = operand(right, 0);
      Scaled quotient = scaled(numerator);
      if (quotient != null) {
        List<Tensor> ranges = List.of(left, quotient.range, operand(right, 1));
        return take(node, Combination.MINUS_SCALED_QUOTIENT, ranges, quotient.number)
            .map(i -> absorb(i, right, numerator));
      }
    }
    return Optional.empty();
  }

  /** {@code (0 < a) ? b : 0}. */
  private Optional<Instruction> gate(Tensor node) {
    Tensor condition = operand(node, 0);
    boolean fits =
        isInside(condition, Op.LESS)
            && isZero(operand(condition, 0))
            && isZero(operand(node, 2))
            && !isNumber(operand(condition, 1))
            && !isNumber(operand(node, 1));
    if (!fits) {
      return Optional.empty();
    }
    return take(node, Combination.GATE, List.of(operand(condition, 1), operand(node, 1)))
        .map(i -> absorb(i, condition));
  }

  private Optional<Instruction> rectifiedSum(Tensor node) {
    Tensor sum = operand(node, 0);
    if (!isInside(sum, Op.ADD) || sum.operands().stream().anyMatch(this::isNumber)) {
      return Optional.empty();
    }
    return take(node, Combination.RECTIFIED_SUM, sum.operands()).map(i -> absorb(i, sum));
  }

  /** A range times a number. */
  private record Scaled(Tensor range, Tensor number) {}

  private Scaled scaled(Tensor product) {
    if (!isInside(product, Op.MULTIPLY)) {
      return null;
    }
    Tensor left = operand(product, 0);
    Tensor right = operand(product, 1);
    if (isNumber(left) == isNumber(right)) {
      return null;
    }
    return isNumber(left) ? new Scaled(right, left) : new Scaled(left, right);
  }

  private static Optional<Instruction> take(
      Tensor node, Combination combination, List<Tensor> ranges, Tensor... numbers) {
    return Optional.of(new Instruction(node, combination, ranges, List.of(numbers)));
  }

  private Instruction absorb(Instruction instruction, Tensor... absorbed) {
    inside.addAll(List.of(absorbed));
    return instruction;
  }

  private boolean isInside(Tensor tensor, Op op) {
    return tensor.op() == op && nodes.contains(tensor) && readers.get(tensor) == 1;
  }

  private static Tensor operand(Tensor node, int number) {
    return node.operands().get(number);
  }

  /** Whether one number that is in memory stands for the whole space. */
  private boolean isNumber(Tensor tensor) {
    return tensor.shape().elements() == 1 && !nodes.contains(tensor);
  }

  private boolean isZero(Tensor tensor) {
    return isNumber(tensor)
        && tensor.attributes() instanceof Attributes.Values values
        && values.values()[0] == 0;
  }
}
