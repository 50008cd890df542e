package org.vaelix.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** The uses of operations that a backend is tried with; at least one for each that computes. */
final class OperationCases {
  private static final float[] ANY = {
    -30, -2.5f, -1, -0.1f, -1e-6f, -0.0f, 0, 1e-6f, 0.1f, 0.7f, 1, 3, 30
  };
  private static final float[] POSITIVE = {
    1e-6f, 0.1f, 0.5f, 1, 1.5f, 2, 2.5f, 10, 123, 1e3f, 1e6f
  };
  private static final float[] ABOVE_MINUS_ONE = {-0.9f, -1e-6f, 0, 1e-6f, 0.5f, 3, 1e6f};
  private static final Shape MATRIX = Shape.of(2, 3);

  private final List<OperationCase> cases = new ArrayList<>();

  private OperationCases() {}

  static List<OperationCase> all() {
    OperationCases cases = new OperationCases();
    cases.addBinary();
    cases.addComparisons();
    cases.addUnary();
    cases.addReductions();
    cases.addProducts();
    cases.addConvolutions();
    cases.addLayouts();
    cases.addMixtures();
    return cases.cases;
  }

  private void add(
      Op op, String description, Function<List<Tensor>, Tensor> formula, HostArray... operands) {
    cases.add(new OperationCase(op, description, List.of(operands), formula));
  }

  private static HostArray numbers(int... sizes) {
    return OperationCase.numbers("operand", Shape.of(sizes), -2, 2);
  }

  private static HostArray positive(String which, int... sizes) {
    return OperationCase.numbers(which, Shape.of(sizes), 0.5, 2);
  }

  private static HostArray list(float... values) {
    return HostArray.of(Shape.of(values.length), values);
  }

  private void addBinary() {
    binary(Op.ADD, Tensor::add);
    binary(Op.SUBTRACT, Tensor::subtract);
    binary(Op.MULTIPLY, Tensor::multiply);
    binary(Op.DIVIDE, Tensor::divide);
    binary(Op.POWER, Tensor::power);
    binary(Op.MAXIMUM, Tensor::maximum);
    binary(Op.MINIMUM, Tensor::minimum);
    HostArray ties = list(1, 2, -0.0f, 5);
    HostArray others = list(1, 3, 0, -5);
    add(Op.MAXIMUM, "ties share the gradient", t -> t.get(0).maximum(t.get(1)), ties, others);
    add(Op.MINIMUM, "ties share the gradient", t -> t.get(0).minimum(t.get(1)), ties, others);
    add(Op.POWER, "square of anything", t -> t.get(0).power(2), list(-2.5f, -1, 0, 0.1f, 3));
    add(Op.POWER, "to the power of 0", t -> t.get(0).power(0), list(0, 1, 3));
    add(Op.POWER, "0 to a power", t -> t.get(0).power(t.get(1)), list(0, 0), list(2, 1));
  }

  /** Both operands between ½ and 2, where all of these are defined and smooth. */
  private void binary(Op op, BinaryOperator<Tensor> formula) {
    Function<List<Tensor>, Tensor> of = t -> formula.apply(t.get(0), t.get(1));
    add(op, "alike", of, positive("a", 2, 3), positive("b", 2, 3));
    add(op, "a row on the right", of, positive("a", 2, 3), positive("b", 3));
    add(op, "a row on the left", of, positive("a", 3), positive("b", 2, 3));
    add(op, "a column and a row", of, positive("a", 2, 1), positive("b", 1, 3));
    add(op, "a scalar on the left", of, positive("a"), positive("b", 2, 3));
    add(op, "a middle axis stretched", of, positive("a", 2, 1, 3), positive("b", 2, 4, 3));
    add(op, "an odd length", of, positive("a", 1031), positive("b", 1031));
    add(op, "with itself", t -> formula.apply(t.get(0), t.get(0)), positive("a", 2, 3));
  }

  private void addComparisons() {
    HostArray a = list(-1, -0.0f, 0, 1, 2);
    HostArray b = list(0, 0, 0, 1, 1);
    add(Op.LESS, "with ties", t -> t.get(0).less(t.get(1)), a, b);
    add(Op.LESS_OR_EQUAL, "with ties", t -> t.get(0).lessOrEqual(t.get(1)), a, b);
    add(Op.EQUAL, "with signed zeros", t -> t.get(0).equalTo(t.get(1)), a, b);
    Function<List<Tensor>, Tensor> select = t -> t.get(0).select(t.get(1), t.get(2));
    add(Op.SELECT, "alike", select, a, b, list(5, 6, 7, 8, 9));
    add(Op.SELECT, "broadcast", select, list(0, 1, 0), positive("a", 2, 1), positive("b"));
  }

  private void addUnary() {
    unary(Op.NEGATE, Tensor::negate, ANY);
    unary(Op.ABS, Tensor::abs, ANY);
    unary(Op.SIGN, Tensor::sign, ANY);
    unary(Op.FLOOR, Tensor::floor, ANY);
    unary(Op.EXP, Tensor::exp, ANY);
    unary(Op.EXPM1, Tensor::expm1, ANY);
    unary(Op.LOG, Tensor::log, POSITIVE);
    unary(Op.LOG1P, Tensor::log1p, ABOVE_MINUS_ONE);
    unary(Op.SQRT, Tensor::sqrt, POSITIVE);
    unary(Op.SIN, Tensor::sin, ANY);
    unary(Op.COS, Tensor::cos, ANY);
    unary(Op.TANH, Tensor::tanh, ANY);
    unary(Op.SIGMOID, Tensor::sigmoid, ANY);
    unary(Op.SOFTPLUS, Tensor::softplus, ANY);
    unary(Op.RELU, Tensor::relu, ANY);
    unary(Op.ERF, Tensor::erf, ANY);
    unary(Op.LGAMMA, Tensor::lgamma, POSITIVE);
    unary(Op.DIGAMMA, Tensor::digamma, POSITIVE);
    unary(Op.POLYGAMMA, x -> x.polygamma(1), POSITIVE);
    unary(Op.POLYGAMMA, x -> x.polygamma(2), POSITIVE);
    unary(Op.STOP_GRADIENT, x -> x.stopGradient().multiply(x), ANY);
  }

  private void unary(Op op, UnaryOperator<Tensor> formula, float[] edges) {
    Function<List<Tensor>, Tensor> of = t -> formula.apply(t.get(0));
    add(op, "at edges", of, list(edges));
    add(op, "an odd length", of, positive("a", 1031));
    add(op, "a scalar", of, positive("a"));
  }

  private void addReductions() {
    for (int[] axes : new int[][] {{}, {0}, {1}, {-1}, {0, 2}, {0, 1}}) {
      String over = "over axes " + Arrays.toString(axes);
      add(Op.SUM, over, t -> t.get(0).sum(axes), numbers(2, 3, 4));
      add(Op.SUM, over + ", kept", t -> t.get(0).sumKeeping(axes), numbers(2, 3, 4));
      add(Op.MAX, over, t -> t.get(0).max(axes), numbers(2, 3, 4));
    }
    add(Op.SUM, "long", t -> t.get(0).sum(1), numbers(3, 1031));
    add(Op.SUM, "of a scalar", t -> t.get(0).sum(), numbers());
    add(Op.MAX, "ties share the gradient", t -> t.get(0).max(), list(1, 3, 3, -2, 3));
  }

  private void addProducts() {
    for (boolean left : new boolean[] {false, true}) {
      for (boolean right : new boolean[] {false, true}) {
        String how = (left ? "aᵀ" : "a") + (right ? "bᵀ" : "b");
        product(how, left, right, new int[] {2, 3, 4}, new int[0], new int[0]);
        product(how + ", odd", left, right, new int[] {33, 17, 29}, new int[0], new int[0]);
        product(how + ", stacked", left, right, new int[] {2, 3, 4}, new int[] {5}, new int[] {5});
        product(how + ", one right", left, right, new int[] {2, 3, 4}, new int[] {5}, new int[0]);
        product(how + ", one left", left, right, new int[] {2, 3, 4}, new int[0], new int[] {5});
      }
    }
    product("large", false, false, new int[] {70, 300, 130}, new int[0], new int[0]);
    product("a row", false, false, new int[] {1, 8, 5}, new int[0], new int[0]);
    product("a column", false, false, new int[] {8, 5, 1}, new int[0], new int[0]);
  }

  /** Sizes are m, k, n of (m, k) × (k, n). */
  private void product(
      String how, boolean left, boolean right, int[] sizes, int[] leftStack, int[] rightStack) {
    Shape a = left ? Shape.of(sizes[1], sizes[0]) : Shape.of(sizes[0], sizes[1]);
    Shape b = right ? Shape.of(sizes[2], sizes[1]) : Shape.of(sizes[1], sizes[2]);
    add(
        Op.MATMUL,
        how,
        t -> t.get(0).matmul(t.get(1), left, right),
        OperationCase.numbers("left", a.prepend(leftStack), -1, 1),
        OperationCase.numbers("right", b.prepend(rightStack), -1, 1));
  }

  private void addConvolutions() {
    convolution("plain", Attributes.Convolution.of(1, 0), 3, 2);
    convolution("padded", Attributes.Convolution.of(1, 1), 3, 3);
    convolution("strided", Attributes.Convolution.of(2, 1), 3, 3);
    convolution("1 × 1", Attributes.Convolution.of(1, 0), 1, 1);
    convolution("uneven", new Attributes.Convolution(2, 1, 1, 0, 0, 2), 2, 3);
    for (int stride : new int[] {1, 2, 3}) {
      Attributes.Window window = new Attributes.Window(2, 3, stride, stride);
      HostArray image = numbers(2, 3, 5, 6);
      add(Op.WINDOWS2D, "stride " + stride, t -> t.get(0).windows2d(window), image);
      Shape shape = Shape.of(2, 3, 5, 6);
      int down = (5 - 2) / stride + 1;
      int across = (6 - 3) / stride + 1;
      HostArray windows = numbers(2, 3, down, across, 6);
      add(Op.FOLD2D, "stride " + stride, t -> t.get(0).fold2d(window, shape), windows);
    }
  }

  private void convolution(String how, Attributes.Convolution c, int height, int width) {
    Shape input = Shape.of(2, 3, 5, 6);
    Shape filter = Shape.of(4, 3, height, width);
    int down = (5 + c.top() + c.bottom() - height) / c.strideHeight() + 1;
    int across = (6 + c.left() + c.right() - width) / c.strideWidth() + 1;
    HostArray x = OperationCase.numbers("image", input, -1, 1);
    HostArray w = OperationCase.numbers("filter", filter, -1, 1);
    HostArray y = OperationCase.numbers("output", Shape.of(2, 4, down, across), -1, 1);
    add(Op.CONV2D, how, t -> t.get(0).conv2d(t.get(1), c), x, w);
    add(Op.CONV2D_INPUT_GRADIENT, how, t -> t.get(0).conv2dInputGradient(t.get(1), c, input), w, y);
    add(
        Op.CONV2D_FILTER_GRADIENT,
        how,
        t -> t.get(0).conv2dFilterGradient(t.get(1), c, filter),
        x,
        y);
  }

  private void addLayouts() {
    add(Op.RESHAPE, "to a vector", t -> t.get(0).reshape(6), numbers(2, 3));
    add(Op.RESHAPE, "to a scalar", t -> t.get(0).reshape(), numbers(1, 1));
    add(Op.TRANSPOSE, "of a matrix", t -> t.get(0).transpose(1, 0), numbers(2, 3));
    add(Op.TRANSPOSE, "of three axes", t -> t.get(0).transpose(2, 0, 1), numbers(2, 3, 4));
    add(Op.TRANSPOSE, "of four axes", t -> t.get(0).transpose(0, 2, 3, 1), numbers(2, 3, 4, 5));
    Shape box = Shape.of(1, 2, 2);
    add(Op.SLICE, "a box", t -> t.get(0).slice(new int[] {1, 0, 2}, box), numbers(2, 3, 4));
    add(Op.SLICE, "a range", t -> t.get(0).range(1, 1, 3), numbers(2, 3));
    int[] before = {1, 0};
    int[] after = {0, 2};
    add(Op.PAD, "uneven, with 7", t -> t.get(0).pad(before, after, 7), numbers(2, 3));
    Function<List<Tensor>, Tensor> joined = t -> t.get(0).graph().concat(1, t);
    add(Op.CONCAT, "along columns", joined, numbers(2, 3), numbers(2, 1), numbers(2, 2));
    Function<List<Tensor>, Tensor> stacked = t -> t.get(0).graph().concat(0, t);
    add(Op.CONCAT, "along rows", stacked, numbers(1, 3), numbers(2, 3));
    add(Op.BROADCAST, "a scalar", t -> t.get(0).broadcast(MATRIX), numbers());
    add(Op.BROADCAST, "a row", t -> t.get(0).broadcast(MATRIX), numbers(3));
    add(Op.BROADCAST, "a column", t -> t.get(0).broadcast(MATRIX), numbers(2, 1));
    Shape three = Shape.of(2, 4, 3);
    add(Op.BROADCAST, "a middle axis", t -> t.get(0).broadcast(three), numbers(2, 1, 3));
  }

  /** Chains that a backend may fuse, with results used more than once. */
  private void addMixtures() {
    add(
        Op.ADD,
        "a dense layer and a softmax",
        t -> {
          Tensor h = t.get(0).matmul(t.get(1)).add(t.get(2)).tanh();
          Tensor e = h.subtract(h.maxKeeping(1)).exp();
          return e.divide(e.sumKeeping(1)).multiply(h);
        },
        numbers(4, 3),
        OperationCase.numbers("weights", Shape.of(3, 5), -1, 1),
        OperationCase.numbers("bias", Shape.of(5), -1, 1));
    add(
        Op.MULTIPLY,
        "a chain with one value reused at every link",
        t -> {
          Tensor x = t.get(0);
          Tensor y = x;
          for (int i = 0; i < 12; i++) {
            y = y.multiply(x).add(t.get(1)).sigmoid().subtract(x.relu().multiply(0.1));
          }
          return y;
        },
        numbers(3, 7),
        OperationCase.numbers("row", Shape.of(7), -1, 1));
  }
}
