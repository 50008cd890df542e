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
      @Doc(LearningRates.LEARNING_RATE) Schedule learningRate,
      @Doc(Decay.BETA1) double beta1,
      @Doc(Decay.BETA2) double beta2,
      @Doc(Adam.EPSILON) double epsilon,
      @Doc("decay λ ≥ 0 of every parameter, per unit of learning rate and step")
          double weightDecay) {
    /** Checks the options. */
    public Config {
      Adam.check(learningRate, beta1, beta2, epsilon);
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
