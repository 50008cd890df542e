package org.vaelix.models.internal.optimiser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Optimiser;
import org.vaelix.core.training.OptimiserFactory;
import org.vaelix.core.training.Schedule;

/** Makes the optimiser {@code sgd}. */
@Component
@PartType("sgd")
@Doc(
    value = "Stochastic gradient descent, with classical or Nesterov momentum.",
    formula = "v ← μv + g; θ ← θ − η·v, or θ − η·(g + μv) with Nesterov momentum",
    source = "Sutskever et al. 2013, equations 1 to 4, with η outside of v")
public final class SgdOptimiser implements OptimiserFactory<SgdOptimiser.Config> {
  /** Its options. */
  public record Config(
      @Doc(LearningRates.LEARNING_RATE) Schedule learningRate,
      @Doc("momentum μ, at least 0 and below 1; 0 keeps no memory") double momentum,
      @Doc("whether the gradient counts as if the momentum's step were made already")
          boolean nesterov) {
    /** Checks the options. */
    public Config {
      LearningRates.check(learningRate);
      Decay.check("momentum", momentum);
      Check.that(!nesterov || momentum > 0, "nesterov", "needs a momentum above 0");
    }
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(1e-2), 0, false);
  }

  @Override
  public Optimiser create(Config config) {
    return new Sgd(config.learningRate(), config.momentum(), config.nesterov());
  }
}
