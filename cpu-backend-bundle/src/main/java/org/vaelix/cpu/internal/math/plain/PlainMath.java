package org.vaelix.cpu.internal.math.plain;

import java.util.Arrays;
import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.math.Combination;

/** The mathematics without the Vector API: functions in double precision, rounded once. */
public final class PlainMath extends BlockMath {
  @Override
  public String description() {
    return "plain Java";
  }

  @Override
  public void unary(Op op, int order, float[] x, int xo, float[] y, int yo, int n) {
    switch (op) {
      case NEGATE -> PlainUnary.negate(x, xo, y, yo, n);
      case ABS -> PlainUnary.abs(x, xo, y, yo, n);
      case SIGN -> PlainUnary.sign(x, xo, y, yo, n);
      case FLOOR -> PlainUnary.floor(x, xo, y, yo, n);
      case EXP -> PlainUnary.exp(x, xo, y, yo, n);
      case EXPM1 -> PlainUnary.expm1(x, xo, y, yo, n);
      case LOG -> PlainUnary.log(x, xo, y, yo, n);
      case LOG1P -> PlainUnary.log1p(x, xo, y, yo, n);
      case SQRT -> PlainUnary.sqrt(x, xo, y, yo, n);
      case SIN -> PlainUnary.sin(x, xo, y, yo, n);
      case COS -> PlainUnary.cos(x, xo, y, yo, n);
      case TANH -> PlainUnary.tanh(x, xo, y, yo, n);
      case SIGMOID -> PlainUnary.sigmoid(x, xo, y, yo, n);
      case SOFTPLUS -> PlainUnary.softplus(x, xo, y, yo, n);
      case RELU -> PlainUnary.relu(x, xo, y, yo, n);
      case ERF -> PlainUnary.erf(x, xo, y, yo, n);
      case LGAMMA -> PlainUnary.lgamma(x, xo, y, yo, n);
      case DIGAMMA -> PlainUnary.digamma(x, xo, y, yo, n);
      case POLYGAMMA -> PlainUnary.polygamma(order, x, xo, y, yo, n);
      case STOP_GRADIENT -> System.arraycopy(x, xo, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not one operand");
    }
  }

  @Override
  public void binary(Op op, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    switch (op) {
      case ADD -> PlainBinary.add(a, ao, b, bo, y, yo, n);
      case SUBTRACT -> PlainBinary.subtract(a, ao, b, bo, y, yo, n);
      case MULTIPLY -> PlainBinary.multiply(a, ao, b, bo, y, yo, n);
      case DIVIDE -> PlainBinary.divide(a, ao, b, bo, y, yo, n);
      case POWER -> PlainBinary.power(a, ao, b, bo, y, yo, n);
      case MAXIMUM -> PlainBinary.maximum(a, ao, b, bo, y, yo, n);
      case MINIMUM -> PlainBinary.minimum(a, ao, b, bo, y, yo, n);
      case LESS -> PlainBinary.less(a, ao, b, bo, y, yo, n);
      case LESS_OR_EQUAL -> PlainBinary.lessOrEqual(a, ao, b, bo, y, yo, n);
      case EQUAL -> PlainBinary.equal(a, ao, b, bo, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not two operands");
    }
  }

  @Override
  public void binaryScalar(Op op, float[] a, int ao, float b, float[] y, int yo, int n) {
    switch (op) {
      case ADD -> PlainScalar.add(a, ao, b, y, yo, n);
      case SUBTRACT -> PlainScalar.subtract(a, ao, b, y, yo, n);
      case MULTIPLY -> PlainScalar.multiply(a, ao, b, y, yo, n);
      case DIVIDE -> PlainScalar.divide(a, ao, b, y, yo, n);
      case POWER -> PlainScalar.power(a, ao, b, y, yo, n);
      case MAXIMUM -> PlainScalar.maximum(a, ao, b, y, yo, n);
      case MINIMUM -> PlainScalar.minimum(a, ao, b, y, yo, n);
      case LESS -> PlainScalar.less(a, ao, b, y, yo, n);
      case LESS_OR_EQUAL -> PlainScalar.lessOrEqual(a, ao, b, y, yo, n);
      case EQUAL -> PlainScalar.equal(a, ao, b, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not two operands");
    }
  }

  @Override
  public void scalarBinary(Op op, float a, float[] b, int bo, float[] y, int yo, int n) {
    switch (op) {
      case ADD, MULTIPLY, MAXIMUM, MINIMUM, EQUAL -> binaryScalar(op, b, bo, a, y, yo, n);
      case SUBTRACT -> PlainScalar.subtractFrom(a, b, bo, y, yo, n);
      case DIVIDE -> PlainScalar.divideInto(a, b, bo, y, yo, n);
      case POWER -> PlainScalar.powerOf(a, b, bo, y, yo, n);
      case LESS -> PlainScalar.greater(b, bo, a, y, yo, n);
      case LESS_OR_EQUAL -> PlainScalar.greaterOrEqual(b, bo, a, y, yo, n);
      default -> throw new IllegalArgumentException(op + " has not two operands");
    }
  }

  @Override
  public void select(
      float[] c, int co, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    PlainBinary.select(c, co, a, ao, b, bo, y, yo, n);
  }

  @Override
  public void combine(
      Combination combination,
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    PlainCombination.combine(combination, a, ao, b, bo, c, co, s, t, y, yo, n);
  }

  @Override
  public float sum(float[] x, int xo, int n) {
    return PlainReduction.sum(x, xo, n);
  }

  @Override
  public float max(float[] x, int xo, int n) {
    return PlainReduction.max(x, xo, n);
  }

  @Override
  public void accumulate(float[] x, int xo, float[] acc, int acco, int n) {
    PlainBinary.add(acc, acco, x, xo, acc, acco, n);
  }

  @Override
  public void accumulateMax(float[] x, int xo, float[] acc, int acco, int n) {
    PlainBinary.maximum(acc, acco, x, xo, acc, acco, n);
  }

  @Override
  public void fill(float v, float[] y, int yo, int n) {
    Arrays.fill(y, yo, yo + n, v);
  }

  @Override
  public void uniform(
      long seed, long step, int stream, int firstElement, float[] y, int yo, int n) {
    PlainNoise.uniform(seed, step, stream, firstElement, y, yo, n);
  }

  @Override
  public void normal(long seed, long step, int stream, int firstElement, float[] y, int yo, int n) {
    PlainNoise.normal(seed, step, stream, firstElement, y, yo, n);
  }
}
