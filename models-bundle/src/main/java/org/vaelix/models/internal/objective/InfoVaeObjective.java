package org.vaelix.models.internal.objective;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.ObjectiveFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the objective {@code info-vae}. */
@Component
@PartType("info-vae")
@Doc(
    value = "The bound with less KL and a pull of all codes together towards the prior.",
    formula =
        "loss = −E_q ln p(x | z) + (1 − α)·KL(q(z | x) ‖ p(z)) + (α + λ − 1)·MMD²(q(z), p(z)), MMD² ="
            + " E k(z, z′) + E k(y, y′) − 2·E k(z, y), z ~ q(z), y ~ p(z), k(z, y) ="
            + " e^(−‖z−y‖²/(2σ²·latent size))",
    source = "Zhao, Song and Ermon 2019; MMD: Gretton et al. 2012, biased estimate")
public final class InfoVaeObjective implements ObjectiveFactory<InfoVaeObjective.Config> {
  /** Its options. */
  public record Config(
      @Doc("α ≤ 1: how much of the KL is left out; 1 leaves the MMD alone") double alpha,
      @Doc("λ ≥ 1 − α: how strongly the codes are pulled towards the prior") double lambda,
      @Doc("width σ > 0 of the kernel, in units of z by dimension") double sigma) {
    /** Checks the options. */
    public Config {
      Check.between("alpha", alpha, -Double.MAX_VALUE, 1);
      Check.that(
          lambda >= 1 - alpha && Double.isFinite(lambda),
          "lambda",
          "must be at least 1 - alpha, got " + lambda + " with alpha " + alpha);
      Check.positive("sigma", sigma);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0, 10, 1);
  }

  @Override
  public Objective create(Config config, ModelContext context) {
    return new InfoVae(config);
  }
}
