package org.vaelix.models.internal.objective;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.ObjectiveFactory;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.Schedules;

/** Makes the objective {@code beta-tc}. */
@Component
@PartType("beta-tc")
@Doc(
    value = "The bound with its KL in three terms; β weighs the total correlation of the codes.",
    formula =
        "loss = −E_q ln p(x | z) + α·I(z; x) + β·KL(q(z) ‖ Πⱼ q(zⱼ)) + γ·Σⱼ KL(q(zⱼ) ‖ p(zⱼ))",
    source =
        "Chen et al. 2018, equations 2 and 4; estimators of q(z): section C.1 (weighted) and C.2"
            + " (stratified)")
public final class BetaTcObjective implements ObjectiveFactory<BetaTcObjective.Config> {
  /** Its options. */
  public record Config(
      @Doc("weight α ≥ 0 of the mutual information of code and data: a number or a schedule")
          Schedule alpha,
      @Doc("weight β ≥ 0 of the total correlation of the codes: a number or a schedule")
          Schedule beta,
      @Doc("weight γ ≥ 0 of the KL of each dimension's codes: a number or a schedule")
          Schedule gamma,
      @Doc(
              "how q(z) over all training rows is estimated from a batch: minibatch-weighted, or"
                  + " minibatch-stratified, which is unbiased before the logarithm")
          Estimator estimator) {
    /** Checks the options. */
    public Config {
      Schedules.atLeastZero("alpha", alpha);
      Schedules.atLeastZero("beta", beta);
      Schedules.atLeastZero("gamma", gamma);
    }
  }

  /** How q(z) is estimated from a batch. */
  public enum Estimator {
    /** Every row of the batch counts 1/(batch size · training rows); biased low. */
    MINIBATCH_WEIGHTED,
    /** The row that z was drawn for counts once, the others stand for all the rest. */
    MINIBATCH_STRATIFIED
  }

  @Override
  public Config defaults() {
    Schedule one = Schedule.constant(1);
    return new Config(one, Schedule.constant(6), one, Estimator.MINIBATCH_STRATIFIED);
  }

  @Override
  public Objective create(Config config, ModelContext context) {
    return new BetaTc(config, context);
  }
}
