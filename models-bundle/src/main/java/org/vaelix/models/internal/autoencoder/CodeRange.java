package org.vaelix.models.internal.autoencoder;

import java.util.function.UnaryOperator;
import org.vaelix.core.graph.Tensor;

/** Where the values of a code lie, and what takes the encoder's results there. */
public enum CodeRange {
  /** All real numbers: the encoder's results as they are. */
  LINEAR(x -> x),
  /** From 0 to 1: their logistic function. */
  SIGMOID(Tensor::sigmoid),
  /** From 0 on: their positive part. */
  RELU(Tensor::relu);

  private final UnaryOperator<Tensor> formula;

  CodeRange(UnaryOperator<Tensor> formula) {
    this.formula = formula;
  }

  Tensor apply(Tensor results) {
    return formula.apply(results);
  }

  boolean isUnit() {
    return this == SIGMOID;
  }
}
