package org.vaelix.architectures.internal;

import java.util.function.UnaryOperator;
import org.vaelix.core.graph.Tensor;

/** What a layer does to each of its results. */
public enum Activation {
  /** max(x, 0). */
  RELU(Tensor::relu),
  /** The hyperbolic tangent. */
  TANH(Tensor::tanh),
  /** ln(1 + e^x). */
  SOFTPLUS(Tensor::softplus),
  /** x, or e^x − 1 below 0 (Clevert et al. 2016, equation 15, α = 1). */
  ELU(x -> x.relu().add(x.minimum(0).expm1())),
  /** x·Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel 2016). */
  GELU(x -> x.multiply(x.divide(Math.sqrt(2)).erf().add(1)).multiply(0.5)),
  /** x·σ(x), also known as swish (Elfwing et al. 2018). */
  SILU(x -> x.multiply(x.sigmoid())),
  /** x, or 0.01·x below 0 (Maas et al. 2013). */
  LEAKY_RELU(x -> x.relu().add(x.minimum(0).multiply(0.01)));

  /** Their names, for options' descriptions. */
  public static final String NAMES = "relu, tanh, softplus, elu, gelu, silu or leaky-relu";

  private final UnaryOperator<Tensor> formula;

  Activation(UnaryOperator<Tensor> formula) {
    this.formula = formula;
  }

  /**
   * {@return the activation of each value}
   *
   * @param x of any shape
   */
  public Tensor apply(Tensor x) {
    return formula.apply(x);
  }
}
