package org.vaelix.models.internal.objective;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.ObjectiveFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the objective {@code iwae}. */
@Component
@PartType("iwae")
@Doc(
    value = "The importance-weighted bound: the more draws, the closer to ln p(x).",
    formula = "loss = −ln(1/K Σₖ wₖ), wₖ = p(x | zₖ)·p(zₖ)/q(zₖ | x), zₖ ~ q(z | x)",
    source =
        "Burda, Grosse and Salakhutdinov 2016, equation 8; doubly-reparameterised gradient: Tucker"
            + " et al. 2019")
public final class IwaeObjective implements ObjectiveFactory<IwaeObjective.Config> {
  /** Its options. */
  public record Config(
      @Doc("draws K of z for each row, at least 1; 1 gives the ELBO") int samples,
      @Doc(
              "how the encoder's gradient is estimated: pathwise, or doubly-reparameterised, whose"
                  + " noise does not outgrow it with many draws")
          Gradient gradient) {
    /** Checks the options. */
    public Config {
      Check.atLeast("samples", samples, 1);
    }
  }

  /** How the encoder's gradient is estimated. */
  public enum Gradient {
    /** The gradient of the bound as it stands. */
    PATHWISE,
    /** Through z alone, each draw by the square of its weight. */
    DOUBLY_REPARAMETERISED
  }

  @Override
  public Config defaults() {
    return new Config(5, Gradient.PATHWISE);
  }

  @Override
  public Objective create(Config config, ModelContext context) {
    return new Iwae(config, context);
  }
}
