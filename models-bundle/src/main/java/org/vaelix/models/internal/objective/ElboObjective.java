package org.vaelix.models.internal.objective;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.ObjectiveFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;

/** Makes the objective {@code elbo}. */
@Component
@PartType("elbo")
@Doc(
    value = "The evidence lower bound, its KL term weighted by β.",
    formula = "loss = −(E_q ln p(x | z) − β·KL(q(z | x) ‖ p(z)))",
    source = "Kingma and Welling 2014, equation 3; β: Higgins et al. 2017, equation 4")
public final class ElboObjective implements ObjectiveFactory<ElboObjective.Config> {
  /** Its options. */
  public record Config(
      @Doc("weight β ≥ 0 of the KL term: a number or a schedule; 1 is the bound itself")
          Schedule beta,
      @Doc("draws of z for each row, at least 1; their reconstructions are averaged") int samples) {
    /** Checks the options. */
    public Config {
      Check.that(beta.at(0) >= 0 && beta.finalValue() >= 0, "beta", "must be at least 0");
      Check.atLeast("samples", samples, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Schedule.constant(1), 1);
  }

  @Override
  public Objective create(Config config, ModelContext context) {
    return new Elbo(config, context);
  }
}
