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

/** Makes the objective {@code capacity}. */
@Component
@PartType("capacity")
@Doc(
    value = "The bound with a KL that is held at a capacity, which a schedule may raise.",
    formula = "loss = −E_q ln p(x | z) + γ·|KL(q(z | x) ‖ p(z)) − C|",
    source = "Burgess et al. 2018, equation 8")
public final class CapacityObjective implements ObjectiveFactory<CapacityObjective.Config> {
  /** Its options. */
  public record Config(
      @Doc("capacity C ≥ 0 of each row's code, in nats: a number or a schedule") Schedule capacity,
      @Doc("weight γ ≥ 0 of the distance from it: a number or a schedule") Schedule gamma,
      @Doc("draws of z for each row, at least 1; their reconstructions are averaged") int samples) {
    /** Checks the options. */
    public Config {
      Schedules.atLeastZero("capacity", capacity);
      Schedules.atLeastZero("gamma", gamma);
      Check.atLeast("samples", samples, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(25), Schedule.constant(1000), 1);
  }

  @Override
  public Objective create(Config config, ModelContext context) {
    return new Capacity(config, context);
  }
}
