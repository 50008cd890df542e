package org.vaelix.architectures.internal.recurrent;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.architectures.internal.WeightRule;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** Makes the architecture {@code recurrent}. */
@Component
@PartType("recurrent")
@Doc(
    value =
        "Gated recurrent units for sequences (bins, features), such as spike trains: both ways"
            + " through the observation to z, and from z, the initial condition, bin after bin"
            + " through a generator whose state gives the factors.",
    formula = "g₀ = A z + a; g_t = GRU(g_(t−1), u_t); f_t = F g_t; each head is linear in f_t",
    source = "Pandarinath et al. 2018 (LFADS), Methods; Sussillo et al. 2016; GRU: Cho et al. 2014")
public final class RecurrentArchitecture
    implements ArchitectureFactory<RecurrentArchitecture.Config> {
  /** Its options. */
  public record Config(
      @Doc("units of the encoder in each direction of time, at least 1") int encoder,
      @Doc("units of the generator, at least 1") int generator,
      @Doc("factors, of which all heads are linear functions; absent: the generator's units")
          Optional<Integer> factors,
      @Doc("whether the weights of each factor have length 1") boolean normalised,
      @Doc(
              "latent variables of each bin, which drive the generator (inferred inputs); the last"
                  + " bins·perBin latent variables, bin after bin, are these, and those before are"
                  + " the initial condition")
          int perBin,
      @Doc("how often training drops a number before or behind a recurrent unit, below 1")
          double dropout,
      @Doc(
              "how often training hides a value from the encoder; the decoder then learns from"
                  + " hidden values only, so that copying does not pay (coordinated dropout,"
                  + " Keshtkaran and Pandarinath 2019)")
          double coordinatedDropout,
      @Doc(WeightRule.INITIALISER + "; biases of gates start at 1") WeightRule initialiser) {
    /** Checks the options. */
    public Config {
      Check.atLeast("encoder", encoder, 1);
      Check.atLeast("generator", generator, 1);
      factors.ifPresent(number -> Check.atLeast("factors", number, 1));
      Check.atLeast("perBin", perBin, 0);
      checkProbability("dropout", dropout);
      checkProbability("coordinatedDropout", coordinatedDropout);
    }

    private static void checkProbability(String option, double value) {
      Check.that(value >= 0 && value < 1, option, "must be at least 0 and below 1, got " + value);
    }
  }

  @Override
  public Config defaults() {
    return new Config(64, 64, Optional.empty(), true, 0, 0, 0, WeightRule.LECUN_NORMAL);
  }

  @Override
  public Architecture create(Config config, ModelContext context) {
    Sequence sequence = new Sequence(context.eventShape());
    if (config.perBin() > 0) {
      int inputs = sequence.bins() * config.perBin();
      Check.that(
          context.latentSize() > inputs,
          "perBin",
          String.format(
              "needs %d bins × %d latent variables and at least 1 for the initial condition, and"
                  + " the model has %d; set /model/latent to %d or more",
              sequence.bins(), config.perBin(), context.latentSize(), inputs + 1));
    }
    return new Recurrent(config, sequence, context);
  }
}
