package org.vaelix.models.internal.optimiser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.OptimiserFactory;
import org.vaelix.core.training.Schedule;

/** Makes the optimiser {@code adamw}. */
@Component
@PartType("adamw")
@Doc(
    value = "Adam with a weight decay that is not scaled by the gradients' moments.",
    formula = "θ ← θ − ηλθ − η·m̂/(√v̂ + ε), m̂ and v̂ as in adam",
    source = "Loshchilov and Hutter 2019, Algorithm 2, with λ scaled by η as PyTorch does")
public final class AdamWOptimiser implements OptimiserFactory<AdamWOptimiser.Config> {
  /** Its options. */
  public record Config(
      @Doc("learning rate η > 0: a number or a schedule") Schedule learningRate,
      @Doc("decay β₁ of the first moment, at least 0 and below 1") double beta1,
      @Doc("decay β₂ of the second moment, at least 0 and below 1") double beta2,
      @Doc("ε > 0, keeps the quotient finite where gradients vanish") double epsilon,
      @Doc("decay λ ≥ 0 of every parameter, per unit of learning rate and step")
          double weightDecay) {
    /** Checks the options. */
    public Config {
      LearningRates.check(learningRate);
      Decay.check("beta1", beta1);
      Decay.check("beta2", beta2);
      Check.positive("epsilon", epsilon);
      Check.between("weightDecay", weightDecay, 0, Double.MAX_VALUE);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(1e-3), 0.9, 0.999, 1e-8, 0.01);
  }

  @Override
  public Optimiser create(Config config) {
    return new Adam(
        config.learningRate(),
        config.beta1(),
        config.beta2(),
        config.epsilon(),
        config.weightDecay(),
        false);
  }
}
