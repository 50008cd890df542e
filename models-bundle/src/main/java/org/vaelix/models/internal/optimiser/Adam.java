package org.vaelix.models.internal.optimiser;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;

/** Kingma and Ba 2015, Algorithm 1, in its order of operations. */
record Adam(Schedule learningRate, double beta1, double beta2, double epsilon)
    implements Optimiser {
  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Update update) {
    Tensor first = average("moment1", gradient, beta1, update);
    Tensor second = average("moment2", gradient.square(), beta2, update);
    Tensor step = first.divide(second.sqrt().add(epsilon));
    return parameter.subtract(step.multiply(update.learningRate()));
  }

  /** The fading average of a quantity, corrected for having started at 0. */
  private static Tensor average(String name, Tensor quantity, double beta, Update update) {
    Tensor moment = update.recall(name).multiply(beta).add(quantity.multiply(1 - beta));
    update.remember(name, moment);
    // 1 − βᵗ as −expm1(t·ln β), which keeps its digits in single precision at the first steps.
    Tensor correction = update.step().multiply(Math.log(beta)).expm1().negate();
    return moment.divide(correction);
  }
}
