package org.vaelix.priors.internal.vamp;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code vamp}. */
@Component
@PartType("vamp")
@Doc(
    value =
        "The mean of the model's own posteriors of pseudo-inputs that are trained with it; for models"
            + " with an encoder.",
    formula = "p(z) = 1/K Σ_k q(z | u_k)",
    source = "Tomczak and Welling 2018")
public final class VampPrior implements PriorFactory<VampPrior.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "number K of pseudo-inputs, at least 1; a step costs one more pass of the encoder over K"
                  + " rows")
          int components) {
    /** Checks the options. */
    public Config {
      Check.atLeast("components", components, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(50);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return new Vamp(config.components(), context, Optional.empty());
  }
}
