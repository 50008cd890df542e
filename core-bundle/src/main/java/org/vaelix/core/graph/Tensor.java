package org.vaelix.core.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A value of known shape in a {@link Graph}: the result of one operation. Part authors write
 * formulas with its methods; each method checks shapes at once and throws {@link ShapeException}
 * where they do not fit. Formulas and gradients are in the table of {@link Op}; operands of
 * element-wise operations broadcast. Immutable.
 *
 * <p>The file is long because the set of operations is: one short method for each, so that the
 * whole language is found in one place.
 */
public final class Tensor {
  private final Graph graph;
  private final int id;
  private final Op op;
  private final Attributes attributes;
  private final Shape shape;
  private final List<Tensor> operands;
  private final String scope;

  Tensor(Graph graph, int id, Op op, Attributes attributes, Shape shape, List<Tensor> operands) {
    this.graph = graph;
    this.id = id;
    this.op = op;
    this.attributes = attributes;
    this.shape = shape;
    this.operands = operands;
    this.scope = graph.scopeName();
  }

  /** {@return the graph it belongs to} */
  public Graph graph() {
    return graph;
  }

  /** {@return its place in the graph's order; operands come before results} */
  public int id() {
    return id;
  }

  /** {@return the operation it results from} */
  public Op op() {
    return op;
  }

  /** {@return what the operation knows beside its operands} */
  public Attributes attributes() {
    return attributes;
  }

  /** {@return its shape} */
  public Shape shape() {
    return shape;
  }

  /** {@return the operands of its operation} */
  public List<Tensor> operands() {
    return operands;
  }

  /** {@return the part that made it, as a path such as {@code decoder/dense0}, or empty} */
  public String scope() {
    return scope;
  }

  private Tensor unary(Op operation) {
    return graph.add(operation, new Attributes.None(), shape, this);
  }

  private Tensor binary(Op operation, Tensor other) {
    return graph.add(
        operation, new Attributes.None(), graph.broadcast(operation, this, other), this, other);
  }

  /**
   * {@return this + other}
   *
   * @param other the other operand
   */
  public Tensor add(Tensor other) {
    return binary(Op.ADD, other);
  }

  /**
   * {@return this + number}
   *
   * @param number added to each value
   */
  public Tensor add(double number) {
    return add(graph.constant(number));
  }

  /**
   * {@return this − other}
   *
   * @param other the other operand
   */
  public Tensor subtract(Tensor other) {
    return binary(Op.SUBTRACT, other);
  }

  /**
   * {@return this − number}
   *
   * @param number taken from each value
   */
  public Tensor subtract(double number) {
    return subtract(graph.constant(number));
  }

  /**
   * {@return this · other, value by value}
   *
   * @param other the other operand
   */
  public Tensor multiply(Tensor other) {
    return binary(Op.MULTIPLY, other);
  }

  /**
   * {@return this · number}
   *
   * @param number the factor
   */
  public Tensor multiply(double number) {
    return multiply(graph.constant(number));
  }

  /**
   * {@return this / other, value by value}
   *
   * @param other the other operand
   */
  public Tensor divide(Tensor other) {
    return binary(Op.DIVIDE, other);
  }

  /**
   * {@return this / number}
   *
   * @param number the divisor
   */
  public Tensor divide(double number) {
    return divide(graph.constant(number));
  }

  /**
   * {@return this to the power of the exponent}
   *
   * @param exponent the exponent
   */
  public Tensor power(Tensor exponent) {
    return binary(Op.POWER, exponent);
  }

  /**
   * {@return this to the power of the exponent}
   *
   * @param exponent the exponent
   */
  public Tensor power(double exponent) {
    return power(graph.constant(exponent));
  }

  /** {@return this · this} */
  public Tensor square() {
    return multiply(this);
  }

  /**
   * {@return the larger of the two, value by value}
   *
   * @param other the other operand
   */
  public Tensor maximum(Tensor other) {
    return binary(Op.MAXIMUM, other);
  }

  /**
   * {@return the larger of the two, value by value}
   *
   * @param number the other operand
   */
  public Tensor maximum(double number) {
    return maximum(graph.constant(number));
  }

  /**
   * {@return the smaller of the two, value by value}
   *
   * @param other the other operand
   */
  public Tensor minimum(Tensor other) {
    return binary(Op.MINIMUM, other);
  }

  /**
   * {@return the smaller of the two, value by value}
   *
   * @param number the other operand
   */
  public Tensor minimum(double number) {
    return minimum(graph.constant(number));
  }

  /**
   * {@return 1 where this &lt; other, else 0}
   *
   * @param other the other operand
   */
  public Tensor less(Tensor other) {
    return binary(Op.LESS, other);
  }

  /**
   * {@return 1 where this ≤ other, else 0}
   *
   * @param other the other operand
   */
  public Tensor lessOrEqual(Tensor other) {
    return binary(Op.LESS_OR_EQUAL, other);
  }

  /**
   * {@return 1 where this = other, else 0}
   *
   * @param other the other operand
   */
  public Tensor equalTo(Tensor other) {
    return binary(Op.EQUAL, other);
  }

  /**
   * {@return 1 where this &gt; number, else 0}
   *
   * @param number the other operand
   */
  public Tensor greater(double number) {
    return graph.constant(number).less(this);
  }

  /**
   * {@return {@code then} where this, a condition, is not 0, else {@code otherwise}}
   *
   * @param then taken where the condition holds
   * @param otherwise taken where it does not
   */
  public Tensor select(Tensor then, Tensor otherwise) {
    Shape branches = graph.broadcast(Op.SELECT, then, otherwise);
    Shape result = graph.inScope(Op.SELECT, () -> shape.broadcast(branches));
    return graph.add(Op.SELECT, new Attributes.None(), result, this, then, otherwise);
  }

  /** {@return −this} */
  public Tensor negate() {
    return unary(Op.NEGATE);
  }

  /** {@return the absolute values} */
  public Tensor abs() {
    return unary(Op.ABS);
  }

  /** {@return −1, 0 or 1} */
  public Tensor sign() {
    return unary(Op.SIGN);
  }

  /** {@return the largest whole numbers not above} */
  public Tensor floor() {
    return unary(Op.FLOOR);
  }

  /** {@return e to the power of this} */
  public Tensor exp() {
    return unary(Op.EXP);
  }

  /** {@return e to the power of this, less one; accurate near 0} */
  public Tensor expm1() {
    return unary(Op.EXPM1);
  }

  /** {@return the natural logarithm} */
  public Tensor log() {
    return unary(Op.LOG);
  }

  /** {@return the natural logarithm of 1 + this; accurate near 0} */
  public Tensor log1p() {
    return unary(Op.LOG1P);
  }

  /** {@return the square root} */
  public Tensor sqrt() {
    return unary(Op.SQRT);
  }

  /** {@return the sine of this angle in radians} */
  public Tensor sin() {
    return unary(Op.SIN);
  }

  /** {@return the cosine of this angle in radians} */
  public Tensor cos() {
    return unary(Op.COS);
  }

  /** {@return the hyperbolic tangent} */
  public Tensor tanh() {
    return unary(Op.TANH);
  }

  /** {@return the logistic function 1/(1 + e^−x)} */
  public Tensor sigmoid() {
    return unary(Op.SIGMOID);
  }

  /** {@return ln(1 + e^x)} */
  public Tensor softplus() {
    return unary(Op.SOFTPLUS);
  }

  /** {@return max(x, 0)} */
  public Tensor relu() {
    return unary(Op.RELU);
  }

  /** {@return the error function} */
  public Tensor erf() {
    return unary(Op.ERF);
  }

  /** {@return ln Γ(x), for x &gt; 0} */
  public Tensor lgamma() {
    return unary(Op.LGAMMA);
  }

  /** {@return the derivative of ln Γ(x), for x &gt; 0} */
  public Tensor digamma() {
    return unary(Op.DIGAMMA);
  }

  /**
   * {@return a higher derivative of the digamma function, for x &gt; 0}
   *
   * @param order how often digamma is differentiated, at least 0
   */
  public Tensor polygamma(int order) {
    if (order < 0) {
      throw new IllegalArgumentException("polygamma: the order must be at least 0, got " + order);
    }
    return order == 0
        ? digamma()
        : graph.add(Op.POLYGAMMA, new Attributes.Order(order), shape, this);
  }

  /** {@return the same values, through which no gradient flows} */
  public Tensor stopGradient() {
    return unary(Op.STOP_GRADIENT);
  }

  /**
   * {@return the sum over the axes, which remain with size 1}
   *
   * @param axes from 0, or negative to count from the last; none means all
   */
  public Tensor sumKeeping(int... axes) {
    return reduce(Op.SUM, axes);
  }

  /**
   * {@return the sum over the axes, which vanish}
   *
   * @param axes from 0, or negative to count from the last; none means all
   */
  public Tensor sum(int... axes) {
    return drop(sumKeeping(axes), axes);
  }

  /**
   * {@return the mean over the axes, which vanish}
   *
   * @param axes from 0, or negative to count from the last; none means all
   */
  public Tensor mean(int... axes) {
    Tensor sum = sum(axes);
    return sum.divide(shape.elements() / (double) Math.max(1, sum.shape().elements()));
  }

  /**
   * {@return the maximum over the axes, which remain with size 1}
   *
   * @param axes from 0, or negative to count from the last; none means all
   */
  public Tensor maxKeeping(int... axes) {
    return reduce(Op.MAX, axes);
  }

  /**
   * {@return the maximum over the axes, which vanish}
   *
   * @param axes from 0, or negative to count from the last; none means all
   */
  public Tensor max(int... axes) {
    return drop(maxKeeping(axes), axes);
  }

  private Tensor reduce(Op operation, int[] axes) {
    List<Integer> sorted = graph.inScope(operation, () -> reducedAxes(axes));
    Shape result = shape;
    for (int axis : sorted) {
      result = result.with(axis, 1);
    }
    return graph.add(operation, new Attributes.Axes(sorted), result, this);
  }

  private List<Integer> reducedAxes(int[] axes) {
    IntStream chosen = axes.length == 0 ? IntStream.range(0, shape.rank()) : Arrays.stream(axes);
    return chosen.map(shape::axis).distinct().sorted().boxed().toList();
  }

  private Tensor drop(Tensor reduced, int[] axes) {
    List<Integer> gone = reducedAxes(axes);
    int[] left =
        IntStream.range(0, shape.rank()).filter(a -> !gone.contains(a)).map(shape::size).toArray();
    return reduced.reshape(Shape.of(left));
  }

  /**
   * {@return the matrix product over the last two axes}
   *
   * @param other the right operand
   */
  public Tensor matmul(Tensor other) {
    return matmul(other, false, false);
  }

  /**
   * {@return the matrix product over the last two axes}
   *
   * @param other the right operand
   * @param transposeThis whether the last two axes of this are exchanged first
   * @param transposeOther whether the last two axes of the other are exchanged first
   */
  public Tensor matmul(Tensor other, boolean transposeThis, boolean transposeOther) {
    Attributes.Transposed transposed = new Attributes.Transposed(transposeThis, transposeOther);
    Shape result =
        graph.inScope(Op.MATMUL, () -> ShapeRules.matmul(shape, other.shape, transposed));
    return graph.add(Op.MATMUL, transposed, result, this, other);
  }

  /**
   * {@return the two-dimensional convolution (cross-correlation) of this, (N, C, H, W)}
   *
   * @param filter of shape (O, C, U, V)
   * @param convolution stride and padding
   */
  public Tensor conv2d(Tensor filter, Attributes.Convolution convolution) {
    Shape result =
        graph.inScope(Op.CONV2D, () -> ShapeRules.conv2d(shape, filter.shape, convolution));
    return graph.add(Op.CONV2D, convolution, result, this, filter);
  }

  /**
   * {@return the adjoint of the convolution with this filter, also known as transposed convolution}
   *
   * @param output of shape (N, O, H', W'), what the convolution would give
   * @param convolution stride and padding
   * @param input (N, C, H, W), the shape the convolution would read
   */
  public Tensor conv2dInputGradient(
      Tensor output, Attributes.Convolution convolution, Shape input) {
    Op operation = Op.CONV2D_INPUT_GRADIENT;
    graph.check(operation, output.shape, () -> ShapeRules.conv2d(input, shape, convolution));
    return graph.add(operation, convolution, input, this, output);
  }

  /**
   * {@return the gradient of a convolution of this with respect to its filter}
   *
   * @param output of shape (N, O, H', W'), the gradient of what the convolution gave
   * @param convolution stride and padding
   * @param filter (O, C, U, V), the filter's shape
   */
  public Tensor conv2dFilterGradient(
      Tensor output, Attributes.Convolution convolution, Shape filter) {
    Op operation = Op.CONV2D_FILTER_GRADIENT;
    graph.check(operation, output.shape, () -> ShapeRules.conv2d(shape, filter, convolution));
    return graph.add(operation, convolution, filter, this, output);
  }

  /**
   * {@return the sliding windows of this, (N, C, H, W), as (N, C, H', W', values of a window)}
   *
   * @param window size and stride
   */
  public Tensor windows2d(Attributes.Window window) {
    Shape result = graph.inScope(Op.WINDOWS2D, () -> ShapeRules.windows2d(shape, window));
    return graph.add(Op.WINDOWS2D, window, result, this);
  }

  /**
   * {@return the adjoint of {@link #windows2d}: windows added up where they overlap}
   *
   * @param window size and stride
   * @param input (N, C, H, W), the shape the windows were taken from
   */
  public Tensor fold2d(Attributes.Window window, Shape input) {
    graph.check(Op.FOLD2D, shape, () -> ShapeRules.windows2d(input, window));
    return graph.add(Op.FOLD2D, window, input, this);
  }

  /**
   * {@return the same values in another shape}
   *
   * @param target has as many elements
   */
  public Tensor reshape(Shape target) {
    graph.inScope(Op.RESHAPE, () -> ShapeRules.reshape(shape, target));
    return target.equals(shape) ? this : graph.add(Op.RESHAPE, new Attributes.None(), target, this);
  }

  /**
   * {@return the same values in another shape}
   *
   * @param sizes of the target, which has as many elements
   */
  public Tensor reshape(int... sizes) {
    return reshape(Shape.of(sizes));
  }

  /**
   * {@return this with its axes in another order}
   *
   * @param axes for each axis of the result, the axis of this
   */
  public Tensor transpose(int... axes) {
    Shape result = graph.inScope(Op.TRANSPOSE, () -> ShapeRules.transpose(shape, axes));
    return graph.add(
        Op.TRANSPOSE,
        new Attributes.Axes(Arrays.stream(axes).map(shape::axis).boxed().toList()),
        result,
        this);
  }

  /**
   * {@return a box of values}
   *
   * @param start the first index on each axis
   * @param size the box's shape
   */
  public Tensor slice(int[] start, Shape size) {
    graph.inScope(Op.SLICE, () -> ShapeRules.slice(shape, start, size));
    return graph.add(
        Op.SLICE, new Attributes.Start(Arrays.stream(start).boxed().toList()), size, this);
  }

  /**
   * {@return a range along one axis}
   *
   * @param axis from 0, or negative to count from the last
   * @param from first index
   * @param to index after the last
   */
  public Tensor range(int axis, int from, int to) {
    Shape size = graph.inScope(Op.SLICE, () -> shape.with(axis, to - from));
    int[] start = new int[shape.rank()];
    start[shape.axis(axis)] = from;
    return slice(start, size);
  }

  /**
   * {@return this with a border}
   *
   * @param before how many values to put before each axis
   * @param after how many values to put after each axis
   * @param value what they are
   */
  public Tensor pad(int[] before, int[] after, double value) {
    Shape result = graph.inScope(Op.PAD, () -> ShapeRules.pad(shape, before, after));
    List<Integer> first = Arrays.stream(before).boxed().toList();
    List<Integer> last = Arrays.stream(after).boxed().toList();
    return graph.add(Op.PAD, new Attributes.Border(first, last, value), result, this);
  }

  /**
   * {@return this stretched to a larger shape}
   *
   * @param target a shape that this broadcasts to
   */
  public Tensor broadcast(Shape target) {
    graph.check(Op.BROADCAST, target, () -> shape.broadcast(target));
    return target.equals(shape)
        ? this
        : graph.add(Op.BROADCAST, new Attributes.None(), target, this);
  }

  @Override
  public String toString() {
    return "#" + id + " " + op.label() + " " + shape + (scope.isEmpty() ? "" : " in " + scope);
  }
}
