package org.vaelix.models.internal.objective;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.ObjectiveFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.Schedules;

/** Makes the objective {@code elbo}. */
@Component
@PartType("elbo")
@Doc(
    value = "The evidence lower bound, its KL term weighted by β, perhaps with free bits.",
    formula = "loss = −(E_q ln p(x | z) − β·KL(q(z | x) ‖ p(z))); free bits: Σ max(λ, KL)",
    source =
        "Kingma and Welling 2014, equation 3; β: Higgins et al. 2017, equation 4; free bits: Kingma"
            + " et al. 2016; score function: Williams 1992; Mnih and Gregor 2014")
public final class ElboObjective implements ObjectiveFactory<ElboObjective.Config> {
  /** Its options. */
  public record Config(
      @Doc("weight β ≥ 0 of the KL term: a number or a schedule; 1 is the bound itself")
          Schedule beta,
      @Doc("draws of z for each row, at least 1; their reconstructions are averaged") int samples,
      @Doc("free bits λ ≥ 0, in nats: a mean KL below costs λ and is not pushed down; 0: none")
          double freeBits,
      @Doc("what has that much free: each dimension, or the total KL") FreeBits.Over freeBitsOver,
      @Doc("how the encoder's gradient is estimated: pathwise, through z; or score-function")
          Gradient gradient,
      @Doc(
              "what the score function's gradient is centred by: none, leave-one-out (the mean of"
                  + " the other draws; needs 2 or more samples) or running-mean (of past batches)")
          Baseline baseline) {
    /** Checks the options. */
    public Config {
      Schedules.atLeastZero("beta", beta);
      Check.atLeast("samples", samples, 1);
      Check.between("freeBits", freeBits, 0, Double.MAX_VALUE);
      boolean scores = gradient == Gradient.SCORE_FUNCTION;
      Check.that(!scores || freeBits == 0, "freeBits", "need the pathwise gradient");
      Check.that(
          !scores || baseline != Baseline.LEAVE_ONE_OUT || samples > 1,
          "samples",
          "must be at least 2 for the baseline 'leave-one-out', got " + samples);
    }

    /** {@return a bound with the pathwise gradient and without free bits} */
    public static Config of(Schedule beta, int samples) {
      return new Config(
          beta, samples, 0, FreeBits.Over.DIMENSION, Gradient.PATHWISE, Baseline.RUNNING_MEAN);
    }
  }

  /** How the encoder's gradient is estimated. */
  public enum Gradient {
    /** Through z as a function of noise and the encoder's results. */
    PATHWISE,
    /** By the gradient of ln q at each draw, weighted by what the draw is worth. */
    SCORE_FUNCTION
  }

  /** What a draw's worth is compared with. */
  public enum Baseline {
    /** With nothing. */
    NONE,
    /** With the mean of the row's other draws. */
    LEAVE_ONE_OUT,
    /** With the fading mean of past batches. */
    RUNNING_MEAN
  }

  @Override
  public Config defaults() {
    return Config.of(Schedule.constant(1), 1);
  }

  @Override
  public Objective create(Config config, ModelContext context) {
    return new Elbo(config, context);
  }
}
