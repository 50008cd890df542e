package org.vaelix.data.internal.generate;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** The data source {@code lorenz-spikes}. */
@Component
@PartType("lorenz-spikes")
@Doc(
    value = "spike counts of neurons driven by a Lorenz system, with the true rates kept beside",
    formula =
        "count ~ Poisson(binWidth · rate), rate = baseRate · exp(w · s), s = standardised state",
    source = "after Sussillo et al. 2016 and Pandarinath et al. 2018 (LFADS)")
public final class LorenzSpikesData implements DataSourceFactory<LorenzSpikesData.Config> {
  /** What one row is. */
  public enum Rows {
    /** One bin: (neurons,). The bins of a trial form a group. */
    BINS,
    /** One trial: (bins, neurons). */
    TRIALS
  }

  /** The options. */
  public record Config(
      @Doc("how many random initial states, at least 1") int conditions,
      @Doc("how often each condition is repeated with new spikes, at least 1")
          int trialsPerCondition,
      @Doc("bins per trial, at least 1") int bins,
      @Doc("how many neurons, at least 1") int neurons,
      @Doc("width of a bin in seconds, above 0") double binWidth,
      @Doc("rate of a neuron at the mean state, in events per second, above 0") double baseRate,
      @Doc("what one row is: bins or trials") Rows rows,
      @Doc("seed of the data; absent: the recipe's") Optional<Long> seed) {
    /** Checks the values. */
    public Config {
      Check.atLeast("conditions", conditions, 1);
      Check.atLeast("trialsPerCondition", trialsPerCondition, 1);
      Check.atLeast("bins", bins, 1);
      Check.atLeast("neurons", neurons, 1);
      Check.that(
          binWidth > 0 && binWidth <= 1,
          "binWidth",
          "must be above 0 and at most 1 s, got " + binWidth);
      Check.that(
          baseRate > 0 && baseRate <= 1000,
          "baseRate",
          "must be above 0 and at most 1000 per second, got " + baseRate);
      Check.that(
          (double) conditions * trialsPerCondition * bins * Math.max(neurons, 3)
              <= Integer.MAX_VALUE,
          "conditions",
          "times trialsPerCondition, bins and neurons must be at most " + Integer.MAX_VALUE);
    }
  }

  @Override
  public Config defaults() {
    return new Config(65, 20, 100, 30, 0.01, 5, Rows.BINS, Optional.empty());
  }

  @Override
  public DataSource create(Config config) {
    return context -> new LorenzSpikes(config, config.seed().orElse(context.seed())).generate();
  }
}
