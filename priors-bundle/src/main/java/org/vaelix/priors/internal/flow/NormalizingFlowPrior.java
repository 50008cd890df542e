package org.vaelix.priors.internal.flow;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code normalizing-flow}. */
@Component
@PartType("normalizing-flow")
@Doc(
    value = "A trained invertible map of normal variables, by affine couplings (RealNVP).",
    formula =
        "z = u after layers that take one half h to h·e^(s(other)) + t(other); ln p(z) = ln N(u; 0, I)"
            + " − Σ s",
    source = "Dinh, Sohl-Dickstein and Bengio 2017, section 3")
public final class NormalizingFlowPrior implements PriorFactory<NormalizingFlowPrior.Config> {
  /** Its options. */
  public record Config(
      @Doc("number of couplings, at least 2: they change the two halves in turn") int layers,
      @Doc("widths of the hidden tanh layers of each coupling's network, each at least 1")
          List<Integer> hidden) {
    /** Checks the options. */
    public Config {
      Check.atLeast("layers", layers, 2);
      hidden = List.copyOf(hidden);
      hidden.forEach(width -> Check.atLeast("hidden", width, 1));
    }
  }

  @Override
  public Config defaults() {
    return new Config(4, List.of(64));
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return new NormalizingFlow(config, context);
  }
}
