package org.vaelix.models.internal.optimiser;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.optimiser.RmsPropOptimiser.Config;

/** Divides the gradient by its running root mean square. */
record RmsProp(Config config) implements Optimiser {
  @Override
  public Schedule learningRate() {
    return config.learningRate();
  }

  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Update update) {
    Tensor square = average("meanSquare", gradient.square(), update);
    Tensor spread = config.centered() ? centred(square, gradient, update) : square;
    Tensor step = gradient.divide(spread.sqrt().add(config.epsilon()));
    return parameter.subtract(withMomentum(step, update).multiply(update.learningRate()));
  }

  private Tensor centred(Tensor square, Tensor gradient, Update update) {
    Tensor mean = average("mean", gradient, update);
    // Rounding must not leave a negative variance where the gradient hardly changes.
    return square.subtract(mean.square()).maximum(0);
  }

  private Tensor average(String name, Tensor quantity, Update update) {
    double alpha = config.alpha();
    Tensor average = update.recall(name).multiply(alpha).add(quantity.multiply(1 - alpha));
    update.remember(name, average);
    return average;
  }

  private Tensor withMomentum(Tensor step, Update update) {
    if (config.momentum() == 0) {
      return step;
    }
    Tensor velocity = update.recall("velocity").multiply(config.momentum()).add(step);
    update.remember("velocity", velocity);
    return velocity;
  }
}
