package org.vaelix.cpu.internal.math.vector;

import java.util.Arrays;
import org.vaelix.core.graph.Op;

/** Functions that take several loops over each piece of a range; see {@link Loop} for why. */
final class Passes {
  private static final Loop EXP = Dispatch.loop(Op.EXP);
  private static final Loop LOG = Dispatch.loop(Op.LOG);
  private static final Loop EXPM1 = Dispatch.loop(Op.EXPM1);
  private static final Loop ONE_MORE = Loop.of(Logarithm.class, "oneMore");
  private static final Loop LOG1P = Loop.of(Logarithm.class, "log1p");
  private static final Loop DOWN = Loop.of(Sigmoids.class, "down");
  private static final Loop TWICE_DOWN = Loop.of(Sigmoids.class, "twiceDown");
  private static final Loop TANH = Loop.of(Sigmoids.class, "tanh");
  private static final Loop SIGMOID = Loop.of(Sigmoids.class, "sigmoid");
  private static final Loop SOFTPLUS = Loop.of(Sigmoids.class, "softplus");
  private static final Loop REMAINDER = Loop.of(Trigonometry.class, "remainder");
  private static final Loop QUADRANT = Loop.of(Trigonometry.class, "quadrant");
  private static final Loop NEXT = Loop.of(Trigonometry.class, "next");
  private static final Loop TURN = Loop.of(Trigonometry.class, "turn");
  private static final Loop SIN = Loop.of(Trigonometry.class, "sin");
  private static final Loop COS = Loop.of(Trigonometry.class, "cos");
  private static final Loop ERF_EXPONENT = Loop.of(ErrorFunction.class, "exponent");
  private static final Loop ERF = Loop.of(ErrorFunction.class, "erf");
  private static final Loop NEAR_LGAMMA = Loop.of(GammaFunctions.class, "nearLgamma");
  private static final Loop LGAMMA = Loop.of(GammaFunctions.class, "lgamma");
  private static final Loop NEAR_DIGAMMA = Loop.of(GammaFunctions.class, "nearDigamma");
  private static final Loop DIGAMMA = Loop.of(GammaFunctions.class, "digamma");
  private static final Loop LOG2 = Loop.of(Power.class, "log2");
  private static final Loop EXP2 = Loop.of(Power.class, "exp2");

  private Passes() {}

  static void log1p(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      ONE_MORE.run(x, xo + i, work.first, 0, piece);
      LOG.run(work.first, 0, work.first, 0, piece);
      LOG1P.run(x, xo + i, work.first, 0, y, yo + i, piece);
    }
  }

  static void tanh(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      TWICE_DOWN.run(x, xo + i, work.first, 0, piece);
      EXPM1.run(work.first, 0, work.first, 0, piece);
      TANH.run(x, xo + i, work.first, 0, y, yo + i, piece);
    }
  }

  static void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      DOWN.run(x, xo + i, work.first, 0, piece);
      EXP.run(work.first, 0, work.first, 0, piece);
      SIGMOID.run(x, xo + i, work.first, 0, y, yo + i, piece);
    }
  }

  static void softplus(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      DOWN.run(x, xo + i, work.first, 0, piece);
      EXP.run(work.first, 0, work.first, 0, piece);
      SOFTPLUS.run(x, xo + i, work.first, 0, y, yo + i, piece);
    }
  }

  static void sin(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      REMAINDER.run(x, xo + i, work.first, 0, piece);
      QUADRANT.run(x, xo + i, work.second, 0, piece);
      TURN.run(work.first, 0, work.second, 0, work.first, 0, piece);
      SIN.run(x, xo + i, work.first, 0, y, yo + i, piece);
    }
  }

  static void cos(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      REMAINDER.run(x, xo + i, work.first, 0, piece);
      QUADRANT.run(x, xo + i, work.second, 0, piece);
      NEXT.run(work.second, 0, work.second, 0, piece);
      TURN.run(work.first, 0, work.second, 0, work.first, 0, piece);
      COS.run(x, xo + i, work.first, 0, y, yo + i, piece);
    }
  }

  static void erf(float[] x, int xo, float[] y, int yo, int n) {
    float[] work = Work.own().first;
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      ERF_EXPONENT.run(x, xo + i, work, 0, piece);
      EXP.run(work, 0, work, 0, piece);
      ERF.run(x, xo + i, work, 0, y, yo + i, piece);
    }
  }

  static void lgamma(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      LOG.run(x, xo + i, work.first, 0, piece);
      NEAR_LGAMMA.run(x, xo + i, work.second, 0, piece);
      LGAMMA.run(x, xo + i, work.first, 0, work.second, 0, y, yo + i, piece);
    }
  }

  static void digamma(float[] x, int xo, float[] y, int yo, int n) {
    Work work = Work.own();
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      LOG.run(x, xo + i, work.first, 0, piece);
      NEAR_DIGAMMA.run(x, xo + i, work.second, 0, piece);
      DIGAMMA.run(x, xo + i, work.first, 0, work.second, 0, y, yo + i, piece);
    }
  }

  static void power(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    double[] work = Work.own().exact;
    for (int i = 0; i < n; i += Work.PIECE) {
      int piece = Math.min(Work.PIECE, n - i);
      Power.widen(a, ao + i, work, piece);
      LOG2.run(work, piece);
      Power.multiply(b, bo + i, work, piece);
      EXP2.run(work, piece);
      Power.narrow(work, a, ao + i, b, bo + i, y, yo + i, piece);
    }
  }

  /** The same b for all. */
  static void power(float[] a, int ao, float b, float[] y, int yo, int n) {
    float[] number = Work.own().second;
    Arrays.fill(number, b);
    for (int i = 0; i < n; i += Work.PIECE) {
      power(a, ao + i, number, 0, y, yo + i, Math.min(Work.PIECE, n - i));
    }
  }

  /** The same a for all. */
  static void powerOf(float a, float[] b, int bo, float[] y, int yo, int n) {
    float[] number = Work.own().second;
    Arrays.fill(number, a);
    for (int i = 0; i < n; i += Work.PIECE) {
      power(number, 0, b, bo + i, y, yo + i, Math.min(Work.PIECE, n - i));
    }
  }
}
