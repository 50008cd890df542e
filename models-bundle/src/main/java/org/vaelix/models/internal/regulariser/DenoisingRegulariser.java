package org.vaelix.models.internal.regulariser;

import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Regulariser;
import org.vaelix.core.model.RegulariserFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.Schedules;

/** Makes the regulariser {@code denoising}. */
@Component
@PartType("denoising")
@Doc(
    value = "In training the encoder sees corrupted rows and the decoder is asked for clean ones.",
    formula = "gaussian: x + σε, ε ~ N(0, 1); masking: each value is 0 with probability p",
    source = "Vincent et al. 2008; gaussian: Vincent et al. 2010")
public final class DenoisingRegulariser implements RegulariserFactory<DenoisingRegulariser.Config> {
  /** Its options. */
  public record Config(
      @Doc("how rows are corrupted: gaussian or masking") Corruption corruption,
      @Doc(
              "how much, at least 0: standard deviation σ in data units, or probability p up to 1;"
                  + " a number or a schedule")
          Schedule amount) {
    /** Checks the options. */
    public Config {
      Schedules.atLeastZero("amount", amount);
      boolean isShare = corruption == Corruption.MASKING;
      Check.that(
          !isShare || amount.at(0) <= 1 && amount.finalValue() <= 1,
          "amount",
          "must be at most 1 for masking");
    }
  }

  /** How rows are corrupted. */
  public enum Corruption {
    /** Normal noise is added to each value. */
    GAUSSIAN,
    /** Values are replaced by 0. */
    MASKING
  }

  @Override
  public Config defaults() {
    return new Config(Corruption.GAUSSIAN, Schedule.constant(0.3));
  }

  @Override
  public Regulariser create(Config config, ModelContext context) {
    return new Denoising(config, context);
  }
}
