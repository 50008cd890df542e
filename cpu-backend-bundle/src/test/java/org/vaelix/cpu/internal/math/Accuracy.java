package org.vaelix.cpu.internal.math;

import java.util.function.DoubleUnaryOperator;
import org.vaelix.core.graph.Op;

/**
 * What is promised of each function of one operand: the largest error in units in the last place of
 * the nearest float, over all floats. Where there is no exact function here the reference backend
 * is asked.
 */
enum Accuracy {
  NEGATE(0, 0, x -> -x),
  ABS(0, 0, Math::abs),
  SIGN(0, 0, Math::signum),
  FLOOR(0, 0, Math::floor),
  RELU(0, 0, x -> Math.max(x, 0)),
  SQRT(0.5, 0.5, Math::sqrt),
  EXP(1.6, 0.501, Math::exp),
  EXPM1(1.7, 0.501, Math::expm1),
  LOG(0.95, 0.501, Math::log),
  LOG1P(1.8, 0.501, Math::log1p),
  SIN(1.7, 0.501, Math::sin),
  COS(1.7, 0.501, Math::cos),
  TANH(2.7, 0.501, Math::tanh),
  SIGMOID(2.8, 0.501, Accuracy::sigmoid),
  SOFTPLUS(3, 0.501, Accuracy::softplus),
  ERF(1.2, 0.501, null),
  LGAMMA(5.2, 1.5, null),
  DIGAMMA(4.3, 1.5, null);

  private final double vector;
  private final double plain;
  private final DoubleUnaryOperator exact;

  Accuracy(double vector, double plain, DoubleUnaryOperator exact) {
    this.vector = vector;
    this.plain = plain;
    this.exact = exact;
  }

  Op op() {
    return Op.valueOf(name());
  }

  /** {@return the promise with the Vector API} */
  double vector() {
    return vector;
  }

  /** {@return the promise without} */
  double plain() {
    return plain;
  }

  /** {@return whether results below the smallest normal number may be 0 with the Vector API} */
  boolean flushes() {
    return this == EXP || this == SIGMOID || this == SOFTPLUS;
  }

  /** {@return the exact results} */
  double[] exact(float[] x) {
    if (exact == null) {
      return Exact.byReference(op(), 0, x);
    }
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = exact.applyAsDouble(x[i]);
    }
    return y;
  }

  private static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
