package org.vaelix.models.internal.regulariser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Regulariser;
import org.vaelix.core.model.RegulariserFactory;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.Schedules;

/** Makes the regulariser {@code contractive}. */
@Component
@PartType("contractive")
@Doc(
    value = "A price on how much the code changes with the input: the encoder's squared Jacobian.",
    formula = "λ·‖∂z/∂x‖²_F = λ·Σⱼᵢ (∂zⱼ/∂xᵢ)²",
    source = "Rifai et al. 2011")
public final class ContractiveRegulariser
    implements RegulariserFactory<ContractiveRegulariser.Config> {
  /** Its options. */
  public record Config(
      @Doc("weight λ ≥ 0 of the squared norm, in nats: a number or a schedule") Schedule weight) {
    /** Checks the options. */
    public Config {
      Schedules.atLeastZero("weight", weight);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(0.1));
  }

  @Override
  public Regulariser create(Config config, ModelContext context) {
    return new Contractive(config, context);
  }
}
