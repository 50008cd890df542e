package org.vaelix.core.graph;

import java.util.Arrays;

/** Common formulas written with the primitive operations of {@link Op}. */
public final class Functions {
  private Functions() {}

  /**
   * {@return ln Σ e^x over the axes, which vanish; finite for any finite x}
   *
   * @param x the exponents
   * @param axes from 0, or negative to count from the last
   */
  public static Tensor logSumExp(Tensor x, int... axes) {
    Tensor shift = x.maxKeeping(axes).stopGradient();
    Tensor sum = x.subtract(shift).exp().sumKeeping(axes).log().add(shift);
    // A maximum over axes of size 1 only removes them.
    return sum.max(axes);
  }

  /**
   * {@return ln softmax(x) along an axis}
   *
   * @param x unnormalised log-probabilities
   * @param axis from 0, or negative to count from the last
   */
  public static Tensor logSoftmax(Tensor x, int axis) {
    Tensor shifted = x.subtract(x.maxKeeping(axis).stopGradient());
    return shifted.subtract(shifted.exp().sumKeeping(axis).log());
  }

  /**
   * {@return ln σ(x) = −softplus(−x)}
   *
   * @param x a logit
   */
  public static Tensor logSigmoid(Tensor x) {
    return x.negate().softplus().negate();
  }

  /**
   * {@return a value computed by one formula and differentiated by another: where the formula that
   * keeps its digits has gradients that are costly, or lose them}
   *
   * @param value computed; no gradient flows into it
   * @param twin finite, of the value's shape; gradients of every order are its own
   */
  public static Tensor withGradientOf(Tensor value, Tensor twin) {
    return value.stopGradient().add(twin.subtract(twin.stopGradient()));
  }

  /**
   * {@return the maxima of sliding windows over the last two axes}
   *
   * @param x (N, C, H, W)
   * @param window size and stride
   */
  public static Tensor maxPool2d(Tensor x, Attributes.Window window) {
    return x.windows2d(window).max(-1);
  }

  /**
   * {@return the means of sliding windows over the last two axes}
   *
   * @param x (N, C, H, W)
   * @param window size and stride
   */
  public static Tensor averagePool2d(Tensor x, Attributes.Window window) {
    return x.windows2d(window).mean(-1);
  }

  /**
   * {@return x enlarged by repeating each value (nearest neighbour)}
   *
   * @param x (N, C, H, W)
   * @param height how often down
   * @param width how often across
   */
  public static Tensor upsample2d(Tensor x, int height, int width) {
    Shape s = x.shape();
    int n = s.size(0);
    int c = s.size(1);
    int h = s.size(2);
    int w = s.size(3);
    return x.reshape(n, c, h, 1, w, 1)
        .broadcast(Shape.of(n, c, h, height, w, width))
        .reshape(n, c, h * height, w * width);
  }

  /**
   * {@return the rows of x repeated, the whole block after the whole block}
   *
   * @param x (rows, …)
   * @param times how often
   */
  public static Tensor repeatRows(Tensor x, int times) {
    if (times == 1) {
      return x;
    }
    Shape many = x.shape().prepend(times);
    return x.reshape(x.shape().prepend(1))
        .broadcast(many)
        .reshape(x.shape().with(0, times * x.shape().size(0)));
  }

  /**
   * {@return x with every axis after the first joined into one}
   *
   * @param x (rows, …)
   */
  public static Tensor flatten(Tensor x) {
    int[] event = x.shape().dropLeading(1).sizes();
    return x.reshape(x.shape().size(0), Arrays.stream(event).reduce(1, (a, b) -> a * b));
  }
}
