package org.vaelix.core.graph;

import java.util.Locale;

/**
 * The closed set of operations. Everything else a part needs is written with these; a backend
 * implements these and no more.
 *
 * <p>There is one kind of number, the real number, in the precision of the backend; truth values
 * are 0 and 1. Operands of element-wise operations broadcast by NumPy's rule. In the columns below,
 * {@code g} is the gradient that arrives from above, and a sum over stretched axes is understood
 * where an operand was broadcast.
 */
public enum Op {
  /** Values given anew to each run. */
  INPUT(Family.SOURCE, "values given by the caller of a run", "as declared", "–"),
  /** A trainable variable that lives in the program. */
  PARAMETER(
      Family.SOURCE, "a trainable variable, kept from run to run", "as declared", "collected"),
  /** A variable that lives in the program and is not trained: optimiser moments, statistics. */
  STATE(Family.SOURCE, "a variable kept from run to run and not trained", "as declared", "–"),
  /** Fixed values. */
  CONSTANT(Family.SOURCE, "fixed values", "as given", "–"),
  /** Standard normal noise. */
  NORMAL(Family.SOURCE, "independent N(0, 1), see Noise", "as declared", "–"),
  /** Uniform noise. */
  UNIFORM(Family.SOURCE, "independent U(0, 1), ends excluded, see Noise", "as declared", "–"),

  /** Sum. */
  ADD(Family.BINARY, "a + b", "broadcast", "g; g"),
  /** Difference. */
  SUBTRACT(Family.BINARY, "a − b", "broadcast", "g; −g"),
  /** Product. */
  MULTIPLY(Family.BINARY, "a · b", "broadcast", "g·b; g·a"),
  /** Quotient. */
  DIVIDE(Family.BINARY, "a / b", "broadcast", "g/b; −g·(a/b)/b"),
  /** Power. */
  POWER(
      Family.BINARY,
      "a^b, for a ≥ 0 or a constant whole b",
      "broadcast",
      "g·b·a^(b−1), 0 where b = 0; g·a^b·ln a, 0 where a ≤ 0"),
  /** Larger of two. */
  MAXIMUM(
      Family.BINARY, "max(a, b)", "broadcast", "g where a > b; g where b > a; g/2 each at a tie"),
  /** Smaller of two. */
  MINIMUM(
      Family.BINARY, "min(a, b)", "broadcast", "g where a < b; g where b < a; g/2 each at a tie"),

  /** Comparison. */
  LESS(Family.COMPARISON, "1 where a < b, else 0", "broadcast", "0"),
  /** Comparison. */
  LESS_OR_EQUAL(Family.COMPARISON, "1 where a ≤ b, else 0", "broadcast", "0"),
  /** Comparison. */
  EQUAL(Family.COMPARISON, "1 where a = b, else 0", "broadcast", "0"),
  /** Choice by condition. */
  SELECT(
      Family.COMPARISON,
      "a where the condition is not 0, else b",
      "(condition, a, b) broadcast",
      "0; g where a was taken, else 0; g where b was taken, else 0"),

  /** Opposite. */
  NEGATE(Family.UNARY, "−x", "same", "−g"),
  /** Absolute value. */
  ABS(Family.UNARY, "|x|", "same", "g·sign(x)"),
  /** Sign. */
  SIGN(Family.UNARY, "−1, 0 or 1", "same", "0"),
  /** Largest whole number not above. */
  FLOOR(Family.UNARY, "⌊x⌋", "same", "0"),
  /** Exponential. */
  EXP(Family.UNARY, "e^x", "same", "g·e^x"),
  /** Exponential less one, accurate near 0. */
  EXPM1(Family.UNARY, "e^x − 1", "same", "g·e^x"),
  /** Natural logarithm. */
  LOG(Family.UNARY, "ln x", "same", "g/x"),
  /** Logarithm of one more, accurate near 0. */
  LOG1P(Family.UNARY, "ln(1 + x)", "same", "g/(1 + x)"),
  /** Square root. */
  SQRT(Family.UNARY, "√x", "same", "g/(2√x)"),
  /** Sine. */
  SIN(Family.UNARY, "sin x", "same", "g·cos x"),
  /** Cosine. */
  COS(Family.UNARY, "cos x", "same", "−g·sin x"),
  /** Hyperbolic tangent. */
  TANH(Family.UNARY, "tanh x", "same", "g·(1 − tanh²x)"),
  /** Logistic function. */
  SIGMOID(Family.UNARY, "1/(1 + e^−x)", "same", "g·σ(x)·σ(−x)"),
  /** Smooth rectifier. */
  SOFTPLUS(Family.UNARY, "ln(1 + e^x)", "same", "g·σ(x)"),
  /** Rectifier. */
  RELU(Family.UNARY, "max(x, 0)", "same", "g where x > 0, else 0"),
  /** Error function. */
  ERF(Family.UNARY, "2/√π ∫₀ˣ e^−t² dt", "same", "g·2/√π·e^−x²"),
  /** Logarithm of the gamma function. */
  LGAMMA(Family.UNARY, "ln Γ(x), for x > 0", "same", "g·ψ(x)"),
  /** Derivative of {@link #LGAMMA}. */
  DIGAMMA(Family.UNARY, "ψ(x) = d ln Γ(x)/dx, for x > 0", "same", "g·ψ₁(x)"),
  /** Higher derivatives of {@link #DIGAMMA}; the order, 1 or more, is an attribute. */
  POLYGAMMA(Family.UNARY, "ψₙ(x) = dⁿψ(x)/dxⁿ, for n ≥ 1 and x > 0", "same", "g·ψₙ₊₁(x)"),
  /** Identity that lets no gradient through. */
  STOP_GRADIENT(Family.UNARY, "x", "same", "0"),

  /** Sum over axes. */
  SUM(Family.REDUCTION, "Σ over the axes", "the axes become 1", "g, stretched"),
  /** Maximum over axes. */
  MAX(
      Family.REDUCTION,
      "max over the axes",
      "the axes become 1",
      "g where the maximum is, shared equally among ties"),

  /** Matrix product. */
  MATMUL(
      Family.PRODUCT,
      "Σₖ aᵢₖ bₖⱼ, either operand transposed if asked",
      "(…, m, k) × (…, k, n) → (…, m, n); leading axes broadcast",
      "g bᵀ; aᵀ g"),
  /** Two-dimensional convolution (cross-correlation). */
  CONV2D(
      Family.PRODUCT,
      "y[n,o,i,j] = Σ x[n,c,i·s+u−p, j·s+v−p] w[o,c,u,v]",
      "(N, C, H, W), (O, C, U, V) → (N, O, H', W'), H' = ⌊(H + padding − U)/s⌋ + 1",
      "CONV2D_INPUT_GRADIENT(w, g); CONV2D_FILTER_GRADIENT(x, g)"),
  /** What {@link #CONV2D} sends back to its input; also the transposed convolution. */
  CONV2D_INPUT_GRADIENT(
      Family.PRODUCT,
      "the adjoint of CONV2D in x",
      "(O, C, U, V), (N, O, H', W') → (N, C, H, W)",
      "CONV2D_FILTER_GRADIENT(g, y); CONV2D(g, w)"),
  /** What {@link #CONV2D} sends back to its filter. */
  CONV2D_FILTER_GRADIENT(
      Family.PRODUCT,
      "the adjoint of CONV2D in w",
      "(N, C, H, W), (N, O, H', W') → (O, C, U, V)",
      "CONV2D_INPUT_GRADIENT(g, y); CONV2D(x, g)"),

  /** Sliding windows: pooling is a reduction over their last axis. */
  WINDOWS2D(
      Family.LAYOUT,
      "y[n,c,i,j,u·V+v] = x[n,c,i·s+u, j·s+v]",
      "(N, C, H, W) → (N, C, H', W', U·V)",
      "FOLD2D(g)"),
  /** The adjoint of {@link #WINDOWS2D}: adds windows where they overlap. */
  FOLD2D(
      Family.LAYOUT,
      "x[n,c,h,w] = Σ of y over the windows that hold (h, w)",
      "(N, C, H', W', U·V) → (N, C, H, W)",
      "WINDOWS2D(g)"),
  /** Same values, other axes. */
  RESHAPE(
      Family.LAYOUT, "same values in row-major order", "as asked, same elements", "g, reshaped"),
  /** Permuted axes. */
  TRANSPOSE(Family.LAYOUT, "axes permuted", "permuted", "g, permuted back"),
  /** A box out of a tensor. */
  SLICE(Family.LAYOUT, "the values from a start", "as asked", "g, padded with 0"),
  /** A border around a tensor. */
  PAD(Family.LAYOUT, "the values with a border of one number", "each axis grows", "g, sliced"),
  /** Tensors behind one another along an axis. */
  CONCAT(Family.LAYOUT, "the operands one after another", "the axis adds up", "slices of g"),
  /** Stretched to a larger shape. */
  BROADCAST(Family.LAYOUT, "values repeated along stretched axes", "as asked", "g");

  /** What an operation does with its operands; the order of the table in the documentation. */
  public enum Family {
    /** Has no operand. */
    SOURCE,
    /** Two operands, value by value. */
    BINARY,
    /** Truth values and the choice by them. */
    COMPARISON,
    /** One operand, value by value. */
    UNARY,
    /** Over axes. */
    REDUCTION,
    /** Products that sum over shared axes. */
    PRODUCT,
    /** Moves values and computes none. */
    LAYOUT
  }

  private final Family family;
  private final String formula;
  private final String shapes;
  private final String gradient;

  Op(Family family, String formula, String shapes, String gradient) {
    this.family = family;
    this.formula = formula;
    this.shapes = shapes;
    this.gradient = gradient;
  }

  /** {@return what the operation does with its operands} */
  public Family family() {
    return family;
  }

  /** {@return the formula, for readers} */
  public String formula() {
    return formula;
  }

  /** {@return how the result's shape follows from the operands', for readers} */
  public String shapes() {
    return shapes;
  }

  /** {@return the gradient for each operand, for readers} */
  public String gradient() {
    return gradient;
  }

  /** {@return whether each result value depends on the operands' values at its own place only} */
  public boolean isElementwise() {
    return family == Family.BINARY || family == Family.COMPARISON || family == Family.UNARY;
  }

  /** {@return the name in lower case with hyphens, as in messages} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
