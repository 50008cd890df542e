package org.vaelix.cpu.internal.math.vector;

import java.util.EnumMap;
import java.util.Map;
import org.vaelix.core.graph.Op;

/** Which loop computes an operation; every length is a multiple of the lanes. */
final class Dispatch {
  private static final Map<Op, Loop> ONE = new EnumMap<>(Op.class);
  private static final Map<Op, Loop> TWO = new EnumMap<>(Op.class);
  private static final Map<Op, Loop> NUMBER = new EnumMap<>(Op.class);
  private static final Map<Op, Loop> NUMBER_FIRST = new EnumMap<>(Op.class);

  static {
    ONE.put(Op.NEGATE, Loop.of(Simple.class, "negate"));
    ONE.put(Op.ABS, Loop.of(Simple.class, "abs"));
    ONE.put(Op.SIGN, Loop.of(Simple.class, "sign"));
    ONE.put(Op.FLOOR, Loop.of(Simple.class, "floor"));
    ONE.put(Op.SQRT, Loop.of(Simple.class, "sqrt"));
    ONE.put(Op.RELU, Loop.of(Simple.class, "relu"));
    ONE.put(Op.EXP, Loop.of(Exponential.class, "exp"));
    ONE.put(Op.EXPM1, Loop.of(Exponential.class, "expm1"));
    ONE.put(Op.LOG, Loop.of(Logarithm.class, "log"));

    both(Op.ADD, "add", "add");
    both(Op.SUBTRACT, "subtract", "subtractFrom");
    both(Op.MULTIPLY, "multiply", "multiply");
    both(Op.DIVIDE, "divide", "divideInto");
    both(Op.MAXIMUM, "maximum", "maximum");
    both(Op.MINIMUM, "minimum", "minimum");
    both(Op.LESS, "less", "greater");
    both(Op.LESS_OR_EQUAL, "lessOrEqual", "greaterOrEqual");
    both(Op.EQUAL, "equal", "equal");
  }

  static final Loop SELECT = Loop.of(TwoRanges.class, "select");

  private Dispatch() {}

  /** Two ranges, a range and a number, and the latter with the operands exchanged. */
  private static void both(Op op, String name, String exchanged) {
    TWO.put(op, Loop.of(TwoRanges.class, name));
    NUMBER.put(op, Loop.of(RangeAndNumber.class, name));
    NUMBER_FIRST.put(op, Loop.of(RangeAndNumber.class, exchanged));
  }

  static Loop loop(Op op) {
    return op.family() == Op.Family.UNARY ? ONE.get(op) : TWO.get(op);
  }

  static void unary(Op op, float[] x, int xo, float[] y, int yo, int n) {
    switch (op) {
      case LOG1P -> Passes.log1p(x, xo, y, yo, n);
      case SIN -> Passes.sin(x, xo, y, yo, n);
      case COS -> Passes.cos(x, xo, y, yo, n);
      case TANH -> Passes.tanh(x, xo, y, yo, n);
      case SIGMOID -> Passes.sigmoid(x, xo, y, yo, n);
      case SOFTPLUS -> Passes.softplus(x, xo, y, yo, n);
      case ERF -> Passes.erf(x, xo, y, yo, n);
      case LGAMMA -> Passes.lgamma(x, xo, y, yo, n);
      case DIGAMMA -> Passes.digamma(x, xo, y, yo, n);
      default -> known(ONE, op).run(x, xo, y, yo, n);
    }
  }

  static void binary(Op op, float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    if (op == Op.POWER) {
      Passes.power(a, ao, b, bo, y, yo, n);
    } else {
      known(TWO, op).run(a, ao, b, bo, y, yo, n);
    }
  }

  static void binaryScalar(Op op, float[] a, int ao, float b, float[] y, int yo, int n) {
    if (op != Op.POWER) {
      known(NUMBER, op).run(a, ao, b, y, yo, n);
    } else if (b == 2) {
      TWO.get(Op.MULTIPLY).run(a, ao, a, ao, y, yo, n);
    } else if (b == -1) {
      NUMBER_FIRST.get(Op.DIVIDE).run(a, ao, 1f, y, yo, n);
    } else {
      Passes.power(a, ao, b, y, yo, n);
    }
  }

  static void scalarBinary(Op op, float a, float[] b, int bo, float[] y, int yo, int n) {
    if (op == Op.POWER) {
      Passes.powerOf(a, b, bo, y, yo, n);
    } else {
      known(NUMBER_FIRST, op).run(b, bo, a, y, yo, n);
    }
  }

  private static Loop known(Map<Op, Loop> loops, Op op) {
    Loop loop = loops.get(op);
    if (loop == null) {
      throw new IllegalArgumentException(op + " has other operands");
    }
    return loop;
  }
}
