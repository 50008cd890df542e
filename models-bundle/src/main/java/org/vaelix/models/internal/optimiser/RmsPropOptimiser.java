package org.vaelix.models.internal.optimiser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.OptimiserFactory;
import org.vaelix.core.training.Schedule;

/** Makes the optimiser {@code rmsprop}. */
@Component
@PartType("rmsprop")
@Doc(
    value = "Steps scaled by a running root mean square of each parameter's gradient.",
    formula =
        "v ← αv + (1−α)g²; b ← μb + g/(√v + ε); θ ← θ − η·b; centred: v − ḡ² in the place of v,"
            + " ḡ ← αḡ + (1−α)g",
    source =
        "Tieleman and Hinton 2012, lecture 6.5; centred: Graves 2013, equations 38 to 41; ε outside"
            + " of the root as in PyTorch")
public final class RmsPropOptimiser implements OptimiserFactory<RmsPropOptimiser.Config> {
  /** Its options. */
  public record Config(
      @Doc(LearningRates.LEARNING_RATE) Schedule learningRate,
      @Doc("decay α of the mean square, at least 0 and below 1") double alpha,
      @Doc(Adam.EPSILON) double epsilon,
      @Doc("momentum μ, at least 0 and below 1; 0 keeps no memory") double momentum,
      @Doc("whether steps are scaled by the gradient's deviation from its mean") boolean centered) {
    /** Checks the options. */
    public Config {
      LearningRates.check(learningRate);
      Decay.check("alpha", alpha);
      Check.positive("epsilon", epsilon);
      Decay.check("momentum", momentum);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(1e-2), 0.99, 1e-8, 0, false);
  }

  @Override
  public Optimiser create(Config config) {
    return new RmsProp(config);
  }
}
