package org.vaelix.priors.internal.iaf;

import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.SoftBounds;

/**
 * z ↦ g·z + (1 − g)·m, where m and g of a dimension depend on the dimensions before it: a network
 * of one hidden layer with masked weights (MADE, Germain et al. 2015). Hidden unit u has the degree
 * u mod d and sees the dimensions whose position is below it; a dimension sees the units whose
 * degree is at most its position. Units of degree 0 see the context alone.
 *
 * @param reversed whether the last dimension comes first
 * @param toHidden masked weights (d, hidden)
 * @param ofContext what the context adds to the hidden layer, its biases included, (rows, hidden)
 * @param toShift masked weights (hidden, d) and biases (d,) of m
 * @param toGate masked weights (hidden, d) and biases (d,) of the gate's logit
 */
record AutoregressiveStep(
    boolean reversed, Tensor toHidden, Tensor ofContext, Linear toShift, Linear toGate) {
  /** Bounds of a gate's logit: one step shrinks a dimension by e⁻⁶ at most. */
  private static final SoftBounds BOUNDS = new SoftBounds(-6, 6);

  /** Gates start nearly open, so that the step is nearly the identity (Kingma et al. 2016). */
  private static final double FIRST_GATE = 2;

  /**
   * A layer with its mask applied.
   *
   * @param weight (hidden, d)
   * @param bias (d,)
   */
  record Linear(Tensor weight, Tensor bias) {
    Tensor apply(Tensor x) {
      return x.matmul(weight).add(bias);
    }
  }

  /**
   * What moves a dimension.
   *
   * @param shift m, of z's shape
   * @param logGate ln g, of z's shape
   */
  record Move(Tensor shift, Tensor logGate) {
    /** {@return g·z + (1 − g)·m} */
    Tensor forward(Tensor z) {
      return shift.add(z.subtract(shift).multiply(logGate.exp()));
    }

    /** {@return (z − (1 − g)·m)/g} */
    Tensor inverse(Tensor z) {
      return shift.add(z.subtract(shift).multiply(logGate.negate().exp()));
    }
  }

  static AutoregressiveStep of(boolean reversed, int hidden, Tensor given, ModelContext context) {
    int d = context.latentSize();
    int c = given.shape().size(1);
    Tensor in = weight(context, "hidden/weight", d, hidden);
    Tensor ofContext =
        given
            .matmul(weight(context, "context/weight", c, hidden))
            .add(context.parameter("hidden/bias", Shape.of(hidden), Initialisers.zeros()));
    Tensor inMask = mask(context, d, hidden, (j, u) -> position(j, d, reversed) < u % d);
    Tensor outMask = mask(context, hidden, d, (u, j) -> u % d <= position(j, d, reversed));
    return new AutoregressiveStep(
        reversed,
        in.multiply(inMask),
        ofContext,
        linear(context, "shift", hidden, outMask, 0),
        linear(context, "gate", hidden, outMask, FIRST_GATE));
  }

  private static Linear linear(
      ModelContext context, String name, int hidden, Tensor mask, double bias) {
    int d = context.latentSize();
    return new Linear(
        weight(context, name + "/weight", hidden, d).multiply(mask),
        context.parameter(name + "/bias", Shape.of(d), Initialisers.constant(bias)));
  }

  private static Tensor weight(ModelContext context, String name, int inputs, int outputs) {
    return context.parameter(name, Shape.of(inputs, outputs), Initialisers.glorotUniform());
  }

  private interface Connection {
    boolean isThere(int from, int to);
  }

  private static Tensor mask(ModelContext context, int rows, int columns, Connection connection) {
    double[] mask = new double[rows * columns];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = connection.isThere(i / columns, i % columns) ? 1 : 0;
    }
    return context.graph().constant(Shape.of(rows, columns), mask);
  }

  /** {@return the place of a dimension in the order} Its own inverse. */
  static int position(int dimension, int d, boolean reversed) {
    return reversed ? d - 1 - dimension : dimension;
  }

  /** {@return what moves each dimension of z, (…, rows, d)} */
  Move move(Tensor z) {
    Tensor features = z.matmul(toHidden).add(ofContext).tanh();
    Tensor logit = BOUNDS.apply(toGate.apply(features));
    return new Move(toShift.apply(features), Functions.logSigmoid(logit));
  }
}
