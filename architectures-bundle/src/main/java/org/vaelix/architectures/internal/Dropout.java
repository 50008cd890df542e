package org.vaelix.architectures.internal;

import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelContext;

/**
 * Dropout (Srivastava et al. 2014): in training each number is 0 with a probability, and the others
 * are scaled up so that means stay.
 *
 * @param context scoped to the network
 * @param probability at least 0 and below 1
 */
public record Dropout(ModelContext context, double probability) {
  /**
   * {@return the numbers that were left}
   *
   * @param name of the noise
   * @param x of any shape
   */
  public Tensor apply(String name, Tensor x) {
    return isActive() ? scaled(x, kept(name, x.shape())) : x;
  }

  /** {@return whether anything is dropped} */
  public boolean isActive() {
    return context.isTraining() && probability > 0;
  }

  /**
   * {@return 1 for numbers that stay, else 0}
   *
   * @param name of the noise
   * @param shape of the numbers
   */
  public Tensor kept(String name, Shape shape) {
    Tensor bound = context.graph().constant(probability);
    return bound.less(context.uniform(name, shape));
  }

  /**
   * {@return the kept numbers, scaled up}
   *
   * @param x of any shape
   * @param kept 1 for numbers that stay, else 0
   */
  public Tensor scaled(Tensor x, Tensor kept) {
    return x.multiply(kept).divide(1 - probability);
  }
}
