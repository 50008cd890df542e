package org.vaelix.priors.internal.iaf;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.PosteriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the posterior family {@code inverse-autoregressive-flow}. */
@Component
@PartType("inverse-autoregressive-flow")
@Doc(
    value = "Latent variables of any shape: normal ones after trained autoregressive steps.",
    formula =
        "z₀ = μ(x) + σ(x)·ε, z_t = g_t·z_(t−1) + (1 − g_t)·m_t, (m_t, g_t) of z_(t−1) before the"
            + " dimension and of x; ln q = ln N(ε; 0, I) − Σ ln σ − Σ ln g_t",
    source = "Kingma et al. 2016, algorithm 1; masks: Germain et al. 2015")
public final class InverseAutoregressiveFlowPosterior
    implements PosteriorFactory<InverseAutoregressiveFlowPosterior.Config> {
  /** Its options. */
  public record Config(
      @Doc("number of autoregressive steps, at least 1; each turns the order of dimensions around")
          int steps,
      @Doc("width of each step's hidden tanh layer, at least the latent size to see all of it")
          int hidden,
      @Doc("how many numbers the encoder gives to all steps, at least 1") int context,
      @Doc(
              "from how many draws mean and variance are estimated where a row's code is asked for, at"
                  + " least 2; training needs none")
          int momentDraws) {
    /** Checks the options. */
    public Config {
      Check.atLeast("steps", steps, 1);
      Check.atLeast("hidden", hidden, 1);
      Check.atLeast("context", context, 1);
      Check.atLeast("momentDraws", momentDraws, 2);
    }
  }

  @Override
  public Config defaults() {
    return new Config(2, 64, 16, 256);
  }

  @Override
  public Posterior create(Config config, ModelContext context) {
    return new FlowFamily(config, context);
  }
}
