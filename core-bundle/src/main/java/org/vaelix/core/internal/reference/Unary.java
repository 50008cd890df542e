package org.vaelix.core.internal.reference;

import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Tensor;

/**
 * Operations on one operand, value by value. Each has a loop of its own, in a method of its own,
 * which the just-in-time compiler can work on without a call in it.
 */
final class Unary {
  private Unary() {}

  static Kernel of(Tensor node, double[] x, double[] y) {
    return switch (node.op()) {
      case NEGATE -> (seed, step) -> negate(x, y);
      case ABS -> (seed, step) -> abs(x, y);
      case SIGN -> (seed, step) -> sign(x, y);
      case FLOOR -> (seed, step) -> floor(x, y);
      case EXP -> (seed, step) -> exp(x, y);
      case EXPM1 -> (seed, step) -> expm1(x, y);
      case LOG -> (seed, step) -> log(x, y);
      case LOG1P -> (seed, step) -> log1p(x, y);
      case SQRT -> (seed, step) -> sqrt(x, y);
      case SIN -> (seed, step) -> sin(x, y);
      case COS -> (seed, step) -> cos(x, y);
      case TANH -> (seed, step) -> tanh(x, y);
      case SIGMOID -> (seed, step) -> sigmoid(x, y);
      case SOFTPLUS -> (seed, step) -> softplus(x, y);
      case RELU -> (seed, step) -> relu(x, y);
      case ERF -> (seed, step) -> erf(x, y);
      case LGAMMA -> (seed, step) -> lgamma(x, y);
      case DIGAMMA -> (seed, step) -> digamma(x, y);
      case POLYGAMMA -> {
        int order = ((Attributes.Order) node.attributes()).order();
        yield (seed, step) -> polygamma(order, x, y);
      }
      default -> throw new AssertionError(node.op());
    };
  }

  private static void negate(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = -x[i];
    }
  }

  private static void abs(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.abs(x[i]);
    }
  }

  private static void sign(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.signum(x[i]);
    }
  }

  private static void floor(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.floor(x[i]);
    }
  }

  private static void exp(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.exp(x[i]);
    }
  }

  private static void expm1(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.expm1(x[i]);
    }
  }

  private static void log(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.log(x[i]);
    }
  }

  private static void log1p(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.log1p(x[i]);
    }
  }

  private static void sqrt(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.sqrt(x[i]);
    }
  }

  private static void sin(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.sin(x[i]);
    }
  }

  private static void cos(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.cos(x[i]);
    }
  }

  private static void tanh(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.tanh(x[i]);
    }
  }

  /** The exponent is never positive, so nothing overflows and small results keep their digits. */
  private static void sigmoid(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double e = Math.exp(-Math.abs(x[i]));
      y[i] = (x[i] >= 0 ? 1 : e) / (1 + e);
    }
  }

  /** The exponent is never positive, so nothing overflows. */
  private static void softplus(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i])));
    }
  }

  private static void relu(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(x[i], 0);
    }
  }

  private static void erf(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = ErrorFunction.erf(x[i]);
    }
  }

  private static void lgamma(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = GammaFunctions.lgamma(x[i]);
    }
  }

  private static void digamma(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = GammaFunctions.digamma(x[i]);
    }
  }

  private static void polygamma(int order, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = GammaFunctions.polygamma(order, x[i]);
    }
  }
}
