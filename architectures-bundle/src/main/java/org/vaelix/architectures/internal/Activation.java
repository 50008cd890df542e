package org.vaelix.architectures.internal;

import java.util.function.UnaryOperator;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Initialisers;

/** What a layer does to each of its results. */
public enum Activation {
  /** max(x, 0). */
  RELU(true, Tensor::relu),
  /** The hyperbolic tangent. */
  TANH(false, Tensor::tanh),
  /** ln(1 + e^x). */
  SOFTPLUS(true, Tensor::softplus),
  /** x, or e^x − 1 below 0 (Clevert et al. 2016, equation 15, α = 1). */
  ELU(true, x -> x.relu().add(x.minimum(0).expm1())),
  /** x·Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel 2016). */
  GELU(true, x -> x.multiply(x.divide(Math.sqrt(2)).erf().add(1)).multiply(0.5)),
  /** x·σ(x), also known as swish (Elfwing et al. 2018). */
  SILU(true, x -> x.multiply(x.sigmoid())),
  /** x, or 0.01·x below 0 (Maas et al. 2013). */
  LEAKY_RELU(true, x -> x.relu().add(x.minimum(0).multiply(0.01)));

  private final boolean rectifies;
  private final UnaryOperator<Tensor> formula;

  Activation(boolean rectifies, UnaryOperator<Tensor> formula) {
    this.rectifies = rectifies;
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

  /**
   * {@return the first values of the weights before it: He's rule for rectifiers, else Glorot's}
   */
  public Initialiser weights() {
    return rectifies ? Initialisers.heNormal() : Initialisers.glorotUniform();
  }
}
