package org.vaelix.models.internal.regulariser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Regulariser;
import org.vaelix.core.model.RegulariserFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.Schedules;

/** Makes the regulariser {@code sparse}. */
@Component
@PartType("sparse")
@Doc(
    value = "A price on codes that are not 0, or on code variables that are on too often.",
    formula =
        "l1: λ·Σⱼ |zⱼ|; kl: λ·Σⱼ ρ ln(ρ/ρ̂ⱼ) + (1 − ρ) ln((1 − ρ)/(1 − ρ̂ⱼ)), ρ̂ⱼ = mean of zⱼ over the"
            + " batch",
    source = "Ng 2011, lecture notes on sparse autoencoders; Lee, Ekanadham and Ng 2008")
public final class SparseRegulariser implements RegulariserFactory<SparseRegulariser.Config> {
  /** Its options. */
  public record Config(
      @Doc("weight λ ≥ 0 of the price, in nats: a number or a schedule") Schedule weight,
      @Doc(
              "what is priced: l1, the size of each code; or kl, how far each variable's mean over"
                  + " the batch is from the target, which needs the autoencoder's 'code' to be"
                  + " sigmoid")
          Penalty penalty,
      @Doc("mean ρ that each variable should have, above 0 and below 1; of kl alone")
          double target) {
    /** Checks the options. */
    public Config {
      Schedules.atLeastZero("weight", weight);
      Check.that(target > 0 && target < 1, "target", "must be above 0 and below 1, got " + target);
    }
  }

  /** What is priced. */
  public enum Penalty {
    /** The sum of absolute values. */
    L1,
    /** The KL of Bernoulli distributions with the target's and the batch's mean. */
    KL
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(1), Penalty.L1, 0.05);
  }

  @Override
  public Regulariser create(Config config, ModelContext context) {
    return new Sparse(config, context);
  }
}
