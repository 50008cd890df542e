package org.vaelix.models.internal.optimiser;

import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.Check;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.Schedule;

/**
 * Kingma and Ba 2015, Algorithm 1, and the two variants of it. What is the same for all values of a
 * parameter is gathered in two numbers: η·m̂/(√v̂ + ε) = (η/c₁)·m/(√v/√c₂ + ε), with c = 1 − βᵗ.
 *
 * @param learningRate η
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon keeps the quotient finite
 * @param weightDecay λ, by which ηλθ is taken off θ beside Adam's step (AdamW); 0 without
 * @param isMonotone whether the second moment never falls (AMSGrad)
 */
record Adam(
    Schedule learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    boolean isMonotone)
    implements Optimiser {
  static final String EPSILON = "ε > 0, keeps the quotient finite where gradients vanish";

  /** The options that Adam shares with its variants. */
  static void check(Schedule learningRate, double beta1, double beta2, double epsilon) {
    LearningRates.check(learningRate);
    Decay.check("beta1", beta1);
    Decay.check("beta2", beta2);
    Check.positive("epsilon", epsilon);
  }

  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Update update) {
    Tensor first = average("moment1", gradient, beta1, update);
    Tensor second = average("moment2", gradient.square(), beta2, update);
    Tensor largest = isMonotone ? largest(second, update) : second;
    Tensor rate = update.learningRate().divide(correction(beta1, update));
    Tensor unit = update.step().graph().constant(1).divide(correction(beta2, update).sqrt());
    Tensor scale = largest.sqrt().multiply(unit).add(epsilon);
    return decayed(parameter, update).subtract(first.multiply(rate).divide(scale));
  }

  private Tensor decayed(Tensor parameter, Update update) {
    return weightDecay == 0
        ? parameter
        : parameter.subtract(parameter.multiply(update.learningRate().multiply(weightDecay)));
  }

  /** The fading average of a quantity. */
  private static Tensor average(String name, Tensor quantity, double beta, Update update) {
    Tensor moment = update.recall(name).multiply(beta).add(quantity.multiply(1 - beta));
    update.remember(name, moment);
    return moment;
  }

  private static Tensor largest(Tensor second, Update update) {
    Tensor largest = update.recall("moment2Maximum").maximum(second);
    update.remember("moment2Maximum", largest);
    return largest;
  }

  /** 1 − βᵗ as −expm1(t·ln β), which keeps its digits in single precision at the first steps. */
  private static Tensor correction(double beta, Update update) {
    return update.step().multiply(Math.log(beta)).expm1().negate();
  }
}
