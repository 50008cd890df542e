package org.vaelix.models.internal.optimiser;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;

/** Follows the gradient, or a fading sum of past ones. */
record Sgd(Schedule learningRate, double momentum, boolean nesterov) implements Optimiser {
  private static final String VELOCITY = "velocity";

  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Update update) {
    return parameter.subtract(direction(gradient, update).multiply(update.learningRate()));
  }

  private Tensor direction(Tensor gradient, Update update) {
    if (momentum == 0) {
      return gradient;
    }
    Tensor velocity = update.recall(VELOCITY).multiply(momentum).add(gradient);
    update.remember(VELOCITY, velocity);
    return nesterov ? velocity.multiply(momentum).add(gradient) : velocity;
  }
}
