package org.vaelix.cpu.internal.math.vector;

import org.vaelix.core.graph.Op;

/** Which loop computes an operation; every length is a multiple of the lanes. */
final class Dispatch {
  private Dispatch() {}

  static void unary(Op op, float[] x, int xo, float[] y, int yo, int n) {
    switch (op) {
      case NEGATE -> Simple.negate(x, xo, y, yo, n);
      case ABS -> Simple.abs(x, xo, y, yo, n);
      case SIGN -> Simple.sign(x, xo, y, yo, n);
      case FLOOR -> Simple.floor(x, xo, y, yo, n);
      case EXP -> Exponential.exp(x, xo, y, yo, n);
      case EXPM1 -> Exponential.expm1(x, xo, y, yo, n);
      case LOG -> Logarithm.log(x, xo, y, yo, n);
      case LOG1P -> Logarithm.log1p(x, xo, y, yo, n);
      case SQRT -> Simple.sqrt(x, xo, y, yo, n);
      case SIN -> Trigonometry.sin(x, xo, y, yo, n);
      case COS -> Trigonometry.cos(x, xo, y, yo, n);
      case TANH -> Sigmoids.tanh(x, xo, y, yo, n);
      case SIGMOID -> Sigmoids.sigmoid(x, xo, y, yo, n);
      case SOFTPLUS -> Sigmoids.softplus(x, xo, y, yo, n);
      case RELU -> Simple.relu(x, xo, y, yo, n);
      case ERF -> ErrorFunction.erf(x, xo, y, yo, n);
      case LGAMMA -> GammaFunctions.lgamma(x, xo, y, yo, n);
      case DIGAMMA -> GammaFunctions.digamma(x, xo, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not one operand");
    }
  }

  static void binary(Op op, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    switch (op) {
      case ADD -> TwoRanges.add(a, ao, b, bo, y, yo, n);
      case SUBTRACT -> TwoRanges.subtract(a, ao, b, bo, y, yo, n);
      case MULTIPLY -> TwoRanges.multiply(a, ao, b, bo, y, yo, n);
      case DIVIDE -> TwoRanges.divide(a, ao, b, bo, y, yo, n);
      case POWER -> Power.power(a, ao, b, bo, y, yo, n);
      case MAXIMUM -> TwoRanges.maximum(a, ao, b, bo, y, yo, n);
      case MINIMUM -> TwoRanges.minimum(a, ao, b, bo, y, yo, n);
      case LESS -> TwoRanges.less(a, ao, b, bo, y, yo, n);
      case LESS_OR_EQUAL -> TwoRanges.lessOrEqual(a, ao, b, bo, y, yo, n);
      case EQUAL -> TwoRanges.equal(a, ao, b, bo, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not two operands");
    }
  }

  static void binaryScalar(Op op, float[] a, int ao, float b, float[] y, int yo, int n) {
    switch (op) {
      case ADD -> RangeAndNumber.add(a, ao, b, y, yo, n);
      case SUBTRACT -> RangeAndNumber.subtract(a, ao, b, y, yo, n);
      case MULTIPLY -> RangeAndNumber.multiply(a, ao, b, y, yo, n);
      case DIVIDE -> RangeAndNumber.divide(a, ao, b, y, yo, n);
      case POWER -> power(a, ao, b, y, yo, n);
      case MAXIMUM -> RangeAndNumber.maximum(a, ao, b, y, yo, n);
      case MINIMUM -> RangeAndNumber.minimum(a, ao, b, y, yo, n);
      case LESS -> RangeAndNumber.less(a, ao, b, y, yo, n);
      case LESS_OR_EQUAL -> RangeAndNumber.lessOrEqual(a, ao, b, y, yo, n);
      case EQUAL -> RangeAndNumber.equal(a, ao, b, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not two operands");
    }
  }

  /** The exponents that formulas are full of need no logarithm, and are exact this way. */
  private static void power(float[] a, int ao, float b, float[] y, int yo, int n) {
    if (b == 2) {
      TwoRanges.multiply(a, ao, a, ao, y, yo, n);
    } else if (b == -1) {
      RangeAndNumber.divideInto(1, a, ao, y, yo, n);
    } else {
      Power.power(a, ao, b, y, yo, n);
    }
  }

  static void scalarBinary(Op op, float a, float[] b, int bo, float[] y, int yo, int n) {
    switch (op) {
      case ADD, MULTIPLY, MAXIMUM, MINIMUM, EQUAL -> binaryScalar(op, b, bo, a, y, yo, n);
      case SUBTRACT -> RangeAndNumber.subtractFrom(a, b, bo, y, yo, n);
      case DIVIDE -> RangeAndNumber.divideInto(a, b, bo, y, yo, n);
      case POWER -> Power.powerOf(a, b, bo, y, yo, n);
      case LESS -> RangeAndNumber.greater(b, bo, a, y, yo, n);
      case LESS_OR_EQUAL -> RangeAndNumber.greaterOrEqual(b, bo, a, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not two operands");
    }
  }
}
