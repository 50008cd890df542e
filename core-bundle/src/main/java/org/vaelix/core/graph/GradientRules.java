package org.vaelix.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The last column of the table of {@link Op}: what each operation sends back to its operands. A
 * rule may return a gradient of the broadcast shape; the caller sums over stretched axes. Null
 * stands for zero.
 */
final class GradientRules {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private GradientRules() {}

  /**
   * The gradients for the operands.
   *
   * @param y the result of the operation
   * @param g the gradient that arrives from above, of y's shape
   * @param wanted for which operands a gradient is of use
   */
  static Tensor[] of(Tensor y, Tensor g, boolean[] wanted) {
    Tensor[] gradients = new Tensor[y.operands().size()];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = wanted[i] ? forOperand(i, y, g) : null;
    }
    return gradients;
  }

  private static Tensor forOperand(int i, Tensor y, Tensor g) {
    return switch (y.op().family()) {
      case SOURCE -> null;
      case BINARY -> binary(i, y, g);
      case COMPARISON -> y.op() == Op.SELECT ? select(i, y, g) : null;
      case UNARY -> unary(y.operands().get(0), y, g);
      case REDUCTION -> reduction(y.operands().get(0), y, g);
      case PRODUCT -> product(i, y, g);
      case LAYOUT -> layout(i, y, g);
    };
  }

  private static Tensor binary(int i, Tensor y, Tensor g) {
    Tensor a = y.operands().get(0);
    Tensor b = y.operands().get(1);
    boolean first = i == 0;
    return switch (y.op()) {
      case ADD -> g;
      case SUBTRACT -> first ? g : g.negate();
      case MULTIPLY -> g.multiply(first ? b : a);
      case DIVIDE -> first ? g.divide(b) : g.multiply(y).divide(b).negate();
      case POWER -> first ? powerBase(a, b, g) : powerExponent(a, y, g);
      case MAXIMUM -> g.multiply(share(first ? b : a, first ? a : b));
      case MINIMUM -> g.multiply(share(first ? a : b, first ? b : a));
      default -> throw new AssertionError(y.op());
    };
  }

  /** g·b·a^(b−1), with 0 where b = 0 even at a = 0. */
  private static Tensor powerBase(Tensor a, Tensor b, Tensor g) {
    Tensor zero = a.graph().constant(0);
    Tensor isZero = b.equalTo(zero);
    Tensor safe = isZero.select(a.graph().constant(1), b);
    return isZero.select(zero, g.multiply(b).multiply(a.power(safe.subtract(1))));
  }

  /** g·a^b·ln a, with 0 where a ≤ 0. */
  private static Tensor powerExponent(Tensor a, Tensor y, Tensor g) {
    Tensor positive = a.greater(0);
    Tensor safe = positive.select(a, a.graph().constant(1));
    return positive.select(g.multiply(y).multiply(safe.log()), a.graph().constant(0));
  }

  /** 1 where small &lt; large, ½ at a tie, else 0. */
  private static Tensor share(Tensor small, Tensor large) {
    return small.less(large).add(small.equalTo(large).multiply(0.5));
  }

  private static Tensor select(int i, Tensor y, Tensor g) {
    Tensor condition = y.operands().get(0);
    Tensor zero = y.graph().constant(0);
    return switch (i) {
      case 1 -> condition.select(g, zero);
      case 2 -> condition.select(zero, g);
      default -> null;
    };
  }

  private static Tensor unary(Tensor x, Tensor y, Tensor g) {
    return switch (y.op()) {
      case NEGATE -> g.negate();
      case ABS -> g.multiply(x.sign());
      case SIGN, FLOOR, STOP_GRADIENT -> null;
      case EXP -> g.multiply(y);
      case EXPM1 -> g.multiply(x.exp());
      case LOG -> g.divide(x);
      case LOG1P -> g.divide(x.add(1));
      case SQRT -> g.divide(y.multiply(2));
      case SIN -> g.multiply(x.cos());
      case COS -> g.multiply(x.sin()).negate();
      case TANH -> g.multiply(y.square().negate().add(1));
      // σ(−x) rather than 1 − σ(x), which loses all digits for large x.
      case SIGMOID -> g.multiply(y).multiply(x.negate().sigmoid());
      case SOFTPLUS -> g.multiply(x.sigmoid());
      // y > 0 where x > 0, and y is kept for what reads it anyway.
      case RELU -> y.greater(0).select(g, x.graph().constant(0));
      case ERF -> g.multiply(x.square().negate().exp()).multiply(TWO_OVER_ROOT_PI);
      case LGAMMA -> g.multiply(x.digamma());
      case DIGAMMA -> g.multiply(x.polygamma(1));
      case POLYGAMMA -> {
        int order = ((Attributes.Order) y.attributes()).order();
        yield g.multiply(x.polygamma(order + 1));
      }
      default -> throw new AssertionError(y.op());
    };
  }

  private static Tensor reduction(Tensor x, Tensor y, Tensor g) {
    if (y.op() == Op.SUM) {
      return g.broadcast(x.shape());
    }
    Tensor isMaximum = x.equalTo(y);
    int[] axes = ((Attributes.Axes) y.attributes()).axes().stream().mapToInt(a -> a).toArray();
    Tensor ties = axes.length == 0 ? isMaximum : isMaximum.sumKeeping(axes);
    return isMaximum.multiply(g.divide(ties));
  }

  private static Tensor product(int i, Tensor y, Tensor g) {
    Tensor first = y.operands().get(0);
    Tensor second = y.operands().get(1);
    if (y.op() == Op.MATMUL) {
      return matmul(i, first, second, (Attributes.Transposed) y.attributes(), g);
    }
    Attributes.Convolution c = (Attributes.Convolution) y.attributes();
    return switch (y.op()) {
      case CONV2D ->
          i == 0
              ? second.conv2dInputGradient(g, c, first.shape())
              : first.conv2dFilterGradient(g, c, second.shape());
      case CONV2D_INPUT_GRADIENT ->
          i == 0 ? g.conv2dFilterGradient(second, c, first.shape()) : g.conv2d(first, c);
      case CONV2D_FILTER_GRADIENT ->
          i == 0 ? g.conv2dInputGradient(second, c, first.shape()) : first.conv2d(g, c);
      default -> throw new AssertionError(y.op());
    };
  }

  private static Tensor matmul(
      int i, Tensor a, Tensor b, Attributes.Transposed transposed, Tensor g) {
    boolean left = transposed.left();
    boolean right = transposed.right();
    if (i == 0) {
      return left ? b.matmul(g, right, true) : g.matmul(b, false, !right);
    }
    return right ? g.matmul(a, true, left) : a.matmul(g, !left, false);
  }

  private static Tensor layout(int i, Tensor y, Tensor g) {
    Tensor x = y.operands().get(i);
    return switch (y.op()) {
      case WINDOWS2D -> g.fold2d((Attributes.Window) y.attributes(), x.shape());
      case FOLD2D -> g.windows2d((Attributes.Window) y.attributes());
      case RESHAPE -> g.reshape(x.shape());
      case TRANSPOSE -> g.transpose(inverse(((Attributes.Axes) y.attributes()).axes()));
      case SLICE -> unslice(x, ((Attributes.Start) y.attributes()).start(), g);
      case PAD -> g.slice(ints(((Attributes.Border) y.attributes()).before()), x.shape());
      case CONCAT -> part(i, y, g);
      case BROADCAST -> g;
      default -> throw new AssertionError(y.op());
    };
  }

  private static int[] inverse(List<Integer> axes) {
    return IntStream.range(0, axes.size()).map(axes::indexOf).toArray();
  }

  private static Tensor unslice(Tensor x, List<Integer> start, Tensor g) {
    int[] before = ints(start);
    int[] after =
        IntStream.range(0, before.length)
            .map(a -> x.shape().size(a) - before[a] - g.shape().size(a))
            .toArray();
    return g.pad(before, after, 0);
  }

  private static Tensor part(int i, Tensor y, Tensor g) {
    int axis = ((Attributes.Axis) y.attributes()).axis();
    List<Tensor> before = new ArrayList<>(y.operands().subList(0, i));
    int from = before.stream().mapToInt(t -> t.shape().size(axis)).sum();
    return g.range(axis, from, from + y.operands().get(i).shape().size(axis));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(n -> n).toArray();
  }
}
