package org.vaelix.core.internal.reference;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** How a part's author writes each operation, from the attributes that a test case names. */
final class ForwardFormulas {
  private ForwardFormulas() {}

  static Tensor of(Op op, Graph graph, List<Tensor> x, JsonObject attributes, int[] result) {
    Shape shape = Shape.of(result);
    Tensor a = x.isEmpty() ? null : x.get(0);
    return switch (op.family()) {
      case SOURCE -> source(op, graph, a, attributes, shape);
      case BINARY, COMPARISON -> binary(op, a, x);
      case UNARY -> unary(op, a, attributes);
      case REDUCTION -> reduction(op, a, ints(attributes, "axes"));
      case PRODUCT -> product(op, a, x.get(1), attributes, shape);
      case LAYOUT -> layout(op, graph, x, attributes, shape);
    };
  }

  private static Tensor source(Op op, Graph graph, Tensor a, JsonObject attributes, Shape shape) {
    return switch (op) {
      case NORMAL -> graph.normal(attributes.get("name").getAsString(), shape);
      case UNIFORM -> graph.uniform(attributes.get("name").getAsString(), shape);
      default -> a;
    };
  }

  static Tensor binary(Op op, Tensor a, List<Tensor> x) {
    Tensor b = x.get(1);
    return switch (op) {
      case ADD -> a.add(b);
      case SUBTRACT -> a.subtract(b);
      case MULTIPLY -> a.multiply(b);
      case DIVIDE -> a.divide(b);
      case POWER -> a.power(b);
      case MAXIMUM -> a.maximum(b);
      case MINIMUM -> a.minimum(b);
      case LESS -> a.less(b);
      case LESS_OR_EQUAL -> a.lessOrEqual(b);
      case EQUAL -> a.equalTo(b);
      case SELECT -> a.select(b, x.get(2));
      default -> throw new AssertionError(op);
    };
  }

  static Tensor unary(Op op, Tensor a, JsonObject attributes) {
    return switch (op) {
      case NEGATE -> a.negate();
      case ABS -> a.abs();
      case SIGN -> a.sign();
      case FLOOR -> a.floor();
      case EXP -> a.exp();
      case EXPM1 -> a.expm1();
      case LOG -> a.log();
      case LOG1P -> a.log1p();
      case SQRT -> a.sqrt();
      case SIN -> a.sin();
      case COS -> a.cos();
      case TANH -> a.tanh();
      case SIGMOID -> a.sigmoid();
      case SOFTPLUS -> a.softplus();
      case RELU -> a.relu();
      case ERF -> a.erf();
      case LGAMMA -> a.lgamma();
      case DIGAMMA -> a.digamma();
      case POLYGAMMA -> a.polygamma(attributes.get("order").getAsInt());
      case STOP_GRADIENT -> a.stopGradient();
      default -> throw new AssertionError(op);
    };
  }

  private static Tensor reduction(Op op, Tensor a, int[] axes) {
    return op == Op.SUM ? a.sumKeeping(axes) : a.maxKeeping(axes);
  }

  private static Tensor product(Op op, Tensor a, Tensor b, JsonObject attributes, Shape shape) {
    if (op == Op.MATMUL) {
      return a.matmul(
          b, attributes.get("left").getAsBoolean(), attributes.get("right").getAsBoolean());
    }
    int[] c = ints(attributes, "convolution");
    Attributes.Convolution convolution =
        new Attributes.Convolution(c[0], c[1], c[2], c[3], c[4], c[5]);
    return switch (op) {
      case CONV2D -> a.conv2d(b, convolution);
      case CONV2D_INPUT_GRADIENT -> a.conv2dInputGradient(b, convolution, shape);
      case CONV2D_FILTER_GRADIENT -> a.conv2dFilterGradient(b, convolution, shape);
      default -> throw new AssertionError(op);
    };
  }

  private static Tensor layout(
      Op op, Graph graph, List<Tensor> x, JsonObject attributes, Shape shape) {
    Tensor a = x.get(0);
    return switch (op) {
      case WINDOWS2D -> a.windows2d(window(attributes));
      case FOLD2D -> a.fold2d(window(attributes), shape);
      case RESHAPE -> a.reshape(shape);
      case TRANSPOSE -> a.transpose(ints(attributes, "axes"));
      case SLICE -> a.slice(ints(attributes, "start"), shape);
      case PAD ->
          a.pad(
              ints(attributes, "before"),
              ints(attributes, "after"),
              attributes.get("value").getAsDouble());
      case CONCAT -> graph.concat(attributes.get("axis").getAsInt(), x);
      case BROADCAST -> a.broadcast(shape);
      default -> throw new AssertionError(op);
    };
  }

  private static Attributes.Window window(JsonObject attributes) {
    int[] w = ints(attributes, "window");
    return new Attributes.Window(w[0], w[1], w[2], w[3]);
  }

  private static int[] ints(JsonObject attributes, String name) {
    return StreamSupport.stream(attributes.getAsJsonArray(name).spliterator(), false)
        .mapToInt(JsonElement::getAsInt)
        .toArray();
  }
}
