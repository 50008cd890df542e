package org.vaelix.models.internal.optimiser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.OptimiserFactory;
import org.vaelix.core.training.Schedule;

/** Makes the optimiser {@code adam}. */
@Component
@PartType("adam")
@Doc(
    value = "Adam: steps scaled by running moments of each parameter's gradient.",
    formula =
        "m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; θ ← θ − η·m̂/(√v̂ + ε), m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ)",
    source = "Kingma and Ba 2015, Algorithm 1")
public final class AdamOptimiser implements OptimiserFactory<AdamOptimiser.Config> {
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
        config.learningRate(), config.beta1(), config.beta2(), config.epsilon(), 0, false);
  }
}
