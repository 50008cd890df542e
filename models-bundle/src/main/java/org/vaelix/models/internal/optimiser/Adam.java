package org.vaelix.models.internal.optimiser;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;

/**
 * Kingma and Ba 2015, Algorithm 1. What is the same for all values of a parameter is gathered in
 * two numbers: η·m̂/(√v̂ + ε) = (η/c₁)·m/(√v/√c₂ + ε), with c = 1 − βᵗ.
 */
record Adam(Schedule learningRate, double beta1, double beta2, double epsilon)
    implements Optimiser {
  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Update update) {
    Tensor first = average("moment1", gradient, beta1, update);
    Tensor second = average("moment2", gradient.square(), beta2, update);
    Tensor rate = update.learningRate().divide(correction(beta1, update));
    Tensor unit = update.step().graph().constant(1).divide(correction(beta2, update).sqrt());
    Tensor scale = second.sqrt().multiply(unit).add(epsilon);
    return parameter.subtract(first.multiply(rate).divide(scale));
  }

  /** The fading average of a quantity. */
  private static Tensor average(String name, Tensor quantity, double beta, Update update) {
    Tensor moment = update.recall(name).multiply(beta).add(quantity.multiply(1 - beta));
    update.remember(name, moment);
    return moment;
  }

  /** 1 − βᵗ as −expm1(t·ln β), which keeps its digits in single precision at the first steps. */
  private static Tensor correction(double beta, Update update) {
    return update.step().multiply(Math.log(beta)).expm1().negate();
  }
}
