package org.vaelix.priors.internal.autoregressive;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the prior {@code autoregressive}. */
@Component
@PartType("autoregressive")
@Doc(
    value =
        "Latent variables that follow one another in time, each near the one before: z is read as"
            + " steps × k numbers, step after step, and each of the k series is independent.",
    formula = "z₁ ~ N(0, s²), z_t = ρ·z_(t−1) + s·√(1 − ρ²)·ε_t with ε_t ~ N(0, 1)",
    source = "Hamilton 1994, section 3.4; as a prior Sussillo et al. 2016 (LFADS)")
public final class AutoregressivePrior implements PriorFactory<AutoregressivePrior.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "number of steps in time, at least 1; the latent size is a multiple of it. Absent: the"
                  + " latent size, one series")
          Optional<Integer> steps,
      @Doc("correlation ρ of neighbouring steps, above −1 and below 1; e^(−Δt/τ) for steps Δt")
          double coefficient,
      @Doc("whether training changes ρ, one for each of the k series; they start as given")
          boolean learned,
      @Doc("standard deviation s > 0 of each step, in latent units; stationary") double scale) {
    /** Checks the options. */
    public Config {
      steps.ifPresent(number -> Check.atLeast("steps", number, 1));
      Check.that(
          coefficient > -1 && coefficient < 1,
          "coefficient",
          "must be above -1 and below 1, got " + coefficient);
      Check.positive("scale", scale);
    }
  }

  @Override
  public Config defaults() {
    return new Config(Optional.empty(), 0.9, false, 1);
  }

  @Override
  public Prior create(Config config, ModelContext context) {
    return Autoregressive.of(config, context);
  }
}
