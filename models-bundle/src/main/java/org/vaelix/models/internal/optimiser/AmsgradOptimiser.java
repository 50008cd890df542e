package org.vaelix.models.internal.optimiser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.OptimiserFactory;
import org.vaelix.core.training.Schedule;

/** Makes the optimiser {@code amsgrad}. */
@Component
@PartType("amsgrad")
@Doc(
    value = "Adam whose steps are scaled by the largest second moment so far.",
    formula = "v* ← max(v*, v); θ ← θ − η·m̂/(√(v*/(1−β₂ᵗ)) + ε), m̂ and v as in adam",
    source = "Reddi, Kale and Kumar 2018, Algorithm 2, with Adam's corrections as in PyTorch")
public final class AmsgradOptimiser implements OptimiserFactory<AmsgradOptimiser.Config> {
  /** Its options. */
  public record Config(
      @Doc(LearningRates.LEARNING_RATE) Schedule learningRate,
      @Doc(Decay.BETA1) double beta1,
      @Doc(Decay.BETA2) double beta2,
      @Doc(Adam.EPSILON) double epsilon) {
    /** Checks the options. */
    public Config {
      Adam.check(learningRate, beta1, beta2, epsilon);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(1e-3), 0.9, 0.999, 1e-8);
  }

  @Override
  public Optimiser create(Config config) {
    return new Adam(
        config.learningRate(), config.beta1(), config.beta2(), config.epsilon(), 0, true);
  }
}
